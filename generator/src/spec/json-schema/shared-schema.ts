import type { JsonSchema } from '@kosmokrator/runtime';
import { flag, jmespath, line, listOf, oneOf, record, text } from './schema-parts.js';
import { namePatterns } from '../names.js';

/** `errors`, of an integration and of a function. */
export const errorsSchema: JsonSchema = record(
  'Which replies are errors although their status means success, and where their message is.',
  {
    when: jmespath(
      'If true, the reply is an error, whatever its status. It reads { status, headers, body }.',
    ),
    message: jmespath('The error message of the service.'),
    hints: listOf(
      'Advice that is added to the message. The first hint whose `match` or `when` applies is used.',
      record(
        'A hint.',
        {
          match: line('Text that the message must contain.', 100),
          when: jmespath(
            'If true, the hint applies. Use it if the message is not enough. It reads { status, headers, body }.',
          ),
          hint: line('What the caller can do.', 300),
        },
        ['hint'],
        { minProperties: 2, maxProperties: 2 },
      ),
      { maxItems: 50 },
    ),
  },
  [],
  { minProperties: 1 },
);

const position: JsonSchema = { type: ['string', 'integer'] };

/** `paginate`: the default of an integration, or a function's own. */
export const paginateSchema: JsonSchema = record(
  'How to read all pages. Keys of a function override those of integration.yaml.',
  {
    style: oneOf('What selects the next page: a page number, an offset, a cursor or a Link header.', [
      'page',
      'offset',
      'cursor',
      'link',
    ]),
    param: text('The param that sends the position, or a placeholder that only the runtime fills in.', {
      pattern: namePatterns.name,
    }),
    start: { ...position, description: 'The first position. Default: 1 for page, 0 for offset.' },
    next: jmespath(
      'The next position, from the reply. Null means that there are no more pages. Default for page and offset: the runtime counts.',
    ),
    end: {
      ...position,
      description: 'Another position that means that there are no more pages, besides null and "".',
    },
    items: jmespath('The items of a page. It reads { args, status, headers, body, result }.'),
    collect: flag('Whether one call reads all pages. `select` can then read `items`.'),
    limit: {
      type: 'integer',
      minimum: 1,
      description: 'The most items that `collect` can return. Default: 100000.',
    },
    unique: flag('Whether `collect` removes repeated items.'),
  },
);
