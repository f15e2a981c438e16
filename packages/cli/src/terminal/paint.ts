import pc from 'picocolors';
import { hasColors } from './has-colors.js';

/** What a piece of text for people is. */
export type Style = 'heading' | 'name';

const { bold, cyan } = pc.createColors(true);
const styles: Readonly<Record<Style, (text: string) => string>> = {
  heading: bold,
  name: cyan,
};

/** Characters that stand for nothing in Unicode. They pass where an escape sequence from outside is made visible. */
const marks: Readonly<Record<Style, string>> = {
  heading: '\uFDD0',
  name: '\uFDD1',
};
const end = '\uFDDF';
const anyMark = /[\uFDD0-\uFDDF]/g;

/**
 * Marks a text with a style, where standard output has colours. The marks have no width of their own, so columns are aligned
 * before.
 */
export function paint(style: Style, text: string, colors = hasColors(process.stdout)): string {
  return text === '' || !colors ? text : `${marks[style]}${text}${end}`;
}

/** Takes out what a text from outside would mark itself with. */
export function withoutMarks(text: string): string {
  return text.replace(anyMark, '\uFFFD');
}

/** Turns the marks of a text into colours, or takes them out. */
export function showPaint(text: string, colors: boolean): string {
  if (!colors) return text.replace(anyMark, '');
  const painted = Object.entries(marks).reduce(
    (rest, [style, mark]) =>
      rest.replace(new RegExp(`${mark}([^\uFDD0-\uFDDF]*)${end}`, 'g'), (_, inner: string) =>
        styles[style as Style](inner),
      ),
    text,
  );
  return painted.replace(anyMark, '');
}
