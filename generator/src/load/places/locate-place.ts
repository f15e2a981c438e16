import { isAlias, isMap, isScalar, isSeq, type Document, type ParsedNode } from 'yaml';
import { locateInScalar } from './locate-in-scalar.js';
import type { FilePlace } from './place.js';
import { readYaml } from '../yaml/read-yaml.js';
import type { SpecFile } from '../spec-file.js';

/** Offsets into a file's text. */
export interface LocatedSpan {
  readonly start: number;
  readonly end: number;
}

/** Finds places in files. Parses a file anew when it is asked about it, and keeps the last one. */
export class PlaceFinder {
  #file: SpecFile | undefined;
  #document: Document.Parsed<ParsedNode> | undefined;

  /** The nearest enclosing node when the path itself leads nowhere, as with a missing key. */
  locate({ file, path, part = 'value', within }: FilePlace): LocatedSpan {
    if (this.#file !== file) {
      this.#file = file;
      this.#document = readYaml(file.text).document;
    }
    const found = this.#document && findNodes(this.#document, path);
    if (found === undefined) return { start: 0, end: 1 };
    const complete = found.depth === path.length;
    const node = complete && part === 'value' ? (found.value ?? found.key) : (found.key ?? found.value);
    if (within && complete && found.value && isScalar(found.value)) {
      return locateInScalar(file.text, found.value, within);
    }
    return node ? spanOf(file.text, node) : { start: 0, end: 1 };
  }
}

interface Found {
  readonly key: ParsedNode | undefined;
  readonly value: ParsedNode | undefined;
  /** Steps of the path that lead somewhere. */
  readonly depth: number;
}

function findNodes(document: Document.Parsed<ParsedNode>, path: FilePlace['path']): Found {
  let key: ParsedNode | undefined;
  let value: ParsedNode | undefined = document.contents ?? undefined;
  let depth = 0;
  for (const step of path) {
    if (value && isAlias(value)) value = (value.resolve(document) as ParsedNode | undefined) ?? value;
    const next = stepInto(value, step);
    if (next === undefined) break;
    ({ key, value } = next);
    depth++;
  }
  return { key, value, depth };
}

function stepInto(node: ParsedNode | undefined, step: string | number): Omit<Found, 'depth'> | undefined {
  if (node && isSeq(node) && typeof step === 'number') {
    const item = node.items[step] as ParsedNode | undefined;
    return item && { key: undefined, value: item };
  }
  if (!node || !isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step));
  return pair && { key: pair.key as ParsedNode, value: (pair.value as ParsedNode | null) ?? undefined };
}

/** A scalar whole; of a list or mapping its first line. */
function spanOf(text: string, node: ParsedNode): LocatedSpan {
  const [start, end] = node.range;
  const line = text.indexOf('\n', start);
  return { start, end: Math.max(start + 1, line === -1 ? end : Math.min(end, line)) };
}
