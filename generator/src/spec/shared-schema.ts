import type { JsonSchema } from '@kosmokrator/runtime';
import { flag, jmespath, line, listOf, oneOf, record, text } from './schema-parts.js';
import { namePatterns } from './names.js';

/** `errors`, of an integration and of a function. */
export const errorsSchema: JsonSchema = record(
  'When a reply is an error although its status says otherwise, and what its message is.',
  {
    when: jmespath('Over { status, headers, body }: true makes the reply an error, under any status.'),
    message: jmespath("The service's own message."),
    hints: listOf(
      'Advice that is added to the message; the first whose `match` or `when` holds.',
      record(
        'One hint.',
        {
          match: line('A text that the message holds.', 100),
          when: jmespath('Over { status, headers, body }, where a text of the message does not tell.'),
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
  'How pages are walked. A function adds to, or overrides, what integration.yaml says.',
  {
    style: oneOf('What tells one page from the next: its number, an offset, a cursor or a Link header.', [
      'page',
      'offset',
      'cursor',
      'link',
    ]),
    param: text('The param that carries the position, or a placeholder that only the runtime fills.', {
      pattern: namePatterns.name,
    }),
    start: { ...position, description: 'First position. Default: 1 for page, 0 for offset.' },
    next: jmespath('The next position, from the reply; null ends. Default for page and offset: counted on.'),
    end: { ...position, description: 'A position that ends the walk, besides null and "".' },
    items: jmespath('The items of one page, over { args, status, headers, body, result }.'),
    collect: flag('One call walks all pages; `select` then sees `items`.'),
    limit: {
      type: 'integer',
      minimum: 1,
      description: 'Most items that `collect` gathers. Default: 100000.',
    },
    unique: flag('Repeated items are dropped while collecting.'),
  },
);
