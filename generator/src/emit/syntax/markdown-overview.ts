import { Emitted } from '../emitted.js';
import { mdFence, mdText } from './markdown.js';
import { plainText } from './plain-text.js';

/**
 * A longer text that an author wrote in Markdown: paragraphs, `##` headings, `-` lists and fenced code. Whatever else
 * there is becomes text, so that HTML, links and site directives do nothing.
 */
export function mdOverview(markdown: string): Emitted {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push(mdText(paragraph.join(' ')).text);
    paragraph = [];
  };
  while (lines.length > 0) {
    const line = lines.shift()!;
    const [, hashes, heading] = /^(#{1,6}) +(.*\S)/.exec(line) ?? [];
    const [, item] = /^[-*] +(.*\S)/.exec(line) ?? [];
    const [fence] = /^```+/.exec(line) ?? [];
    const end = fence === undefined ? -1 : lines.indexOf(fence);
    const isBlock = heading !== undefined || item !== undefined || end >= 0 || line.trim() === '';
    if (isBlock) endParagraph();
    if (heading !== undefined) blocks.push(`${hashes === '#' ? '##' : '###'} ${mdText(heading).text}`);
    if (item !== undefined) blocks.push(`- ${mdText(item).text}`);
    if (end >= 0)
      blocks.push(
        mdFence(
          'text',
          plainText(
            lines
              .splice(0, end + 1)
              .slice(0, -1)
              .join('\n'),
          ),
        ).text,
      );
    if (!isBlock) paragraph.push(line);
  }
  endParagraph();
  return new Emitted(blocks.join('\n\n').replace(/^(- .*)\n\n(?=- )/gm, '$1\n'));
}
