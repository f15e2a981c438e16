import { isAlias, isMap, isScalar, isSeq, type Document, type ParsedNode, type Scalar } from 'yaml';
import { limits } from '../limits.js';
import { YamlStop, type YamlFault } from './yaml-fault.js';

/**
 * The plain value of a YAML document, and what a spec does not allow in it: repeated,
 * merge and non-text keys, tags, numbers that YAML reads as another number than is written.
 */
export function yamlValue(document: Document.Parsed<ParsedNode>): { value: unknown; faults: YamlFault[] } {
  const reader = new ValueReader();
  const value = document.contents === null ? null : reader.read(document.contents);
  return { value, faults: reader.faults };
}

class ValueReader {
  readonly faults: YamlFault[] = [];
  readonly #anchors = new Map<string, ParsedNode>();
  readonly #open = new Set<ParsedNode>();
  #nodes = 0;
  #aliases = 0;
  /** The alias whose value is being read. */
  #expanding: ParsedNode | undefined;

  /** `under`: the key of a value in a mapping. */
  read(node: ParsedNode | null, under?: string): unknown {
    if (node === null) return null;
    if (++this.#nodes > limits.nodes)
      this.#stop('YAML_SIZE', `the file has more than ${limits.nodes} values`, node);
    if (node.tag !== undefined) {
      this.#fault(
        'YAML_TAG',
        `the tag \`${shorten(node.tag.replace('tag:yaml.org,2002:', '!!'))}\` is not part of the spec language`,
        node,
      );
    }
    if (isAlias(node)) return this.#alias(node.source, node);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) return this.#scalar(node, under);
    this.#open.add(node);
    const value = isSeq(node)
      ? node.items.map((item) => this.read(item as ParsedNode | null))
      : this.#map(node);
    this.#open.delete(node);
    return value;
  }

  #map(node: ParsedNode): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    if (!isMap(node)) return value;
    const seen = new Map<string, ParsedNode>();
    for (const pair of node.items) {
      const key = pair.key as ParsedNode | null;
      const name = this.#key(key, node);
      if (name !== undefined && key !== null) {
        if (seen.has(name))
          this.#fault('YAML_DUPLICATE_KEY', `the key \`${shorten(name)}\` appears twice`, key);
        seen.set(name, key);
      }
      const item = this.read(pair.value as ParsedNode | null, name);
      if (name !== undefined) setOwn(value, name, item);
    }
    return value;
  }

  #key(key: ParsedNode | null, map: ParsedNode): string | undefined {
    this.#nodes++;
    if (key !== null && isScalar(key) && typeof key.value === 'string') {
      if (key.tag !== undefined) this.#fault('YAML_TAG', 'a key has a tag', key);
      if (key.anchor !== undefined) this.#anchors.set(key.anchor, key);
      if (key.value !== '<<' || key.type !== 'PLAIN') return key.value;
      this.#fault('YAML_MERGE_KEY', 'the merge key `<<` is not part of the spec language', key);
      return undefined;
    }
    this.#fault('YAML_KEY_NOT_TEXT', 'a key is not text', key ?? map);
    return undefined;
  }

  #scalar(node: Scalar.Parsed, under?: string): unknown {
    const { value, source } = node;
    if (typeof value !== 'number' || source === undefined || String(value) === source) return value;
    this.#fault(
      'YAML_NUMBER',
      `\`${shorten(source)}\` reads as the number ${value}`,
      node,
      numberHelp(source, value, under),
    );
    return value;
  }

  #alias(name: string, node: ParsedNode): unknown {
    if (!this.#expanding && ++this.#aliases > limits.aliases) {
      this.#stop('YAML_ALIAS', `the file has more than ${limits.aliases} aliases`, node);
    }
    const target = this.#anchors.get(name);
    if (target === undefined) {
      this.#fault('YAML_ALIAS', `the alias \`*${shorten(name)}\` has no anchor before it`, node);
      return null;
    }
    if (this.#open.has(target))
      this.#stop('YAML_ALIAS', `the alias \`*${shorten(name)}\` contains itself`, node);
    const outer = this.#expanding;
    this.#expanding ??= node;
    const value = this.read(target);
    this.#expanding = outer;
    return value;
  }

  #fault(code: YamlFault['code'], message: string, node: ParsedNode, help?: string): void {
    const [start, end] = node.range;
    this.faults.push({ code, message, start, end, ...(help === undefined ? {} : { help }) });
    if (this.faults.length >= 100) throw new YamlStop(this.faults.pop()!);
  }

  #stop(code: YamlFault['code'], message: string, node: ParsedNode): never {
    const [start, end] = (this.#expanding ?? node).range;
    throw new YamlStop({ code, message, start, end });
  }
}

/** Sets a key of any name, `__proto__` too, as an own property. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Keywords whose value is a number, whatever it is about. */
const bound = /^(exclusive)?(minimum|maximum)$|^multipleOf$/i;

function numberHelp(source: string, value: number, under = ''): string {
  const text = `Quote it if it is text: "${shorten(source)}".`;
  if (Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value)))
    return bound.test(under) ? `Write ${value}.` : `${text} Write ${value} if it is a number.`;
  const largest = value < 0 ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
  return bound.test(under)
    ? `Remove \`${under}\`, or write ${largest}, the limit of exact numbers.`
    : `${text} Whole numbers beyond ±${Number.MAX_SAFE_INTEGER} are not exact.`;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
