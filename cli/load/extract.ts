import { isRecord, setOwn } from '../../src/ir/json.js';
import { pointer, tokens } from '../../src/ir/pointer.js';
import { type Place, References, type Resource } from '../../src/read/json-schema/references.js';
import { SCHEMA_KEYWORDS } from '../../src/read/json-schema/vocabulary.js';

/** A schema that stood within a document, made to stand alone. */
export interface Extract {
  readonly schema: unknown;
  /** JSON Pointer into the document for one into the schema. */
  origin(path: string): string;
  /** Keywords of its root that the document does not have there. */
  readonly added: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** What identifies a schema within its document; alone it would only break the references, which lead to `$defs` now. */
const IDENTITY = new Set(['$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$schema', '$defs', 'definitions']);

/** Copies one schema of a document together with whatever it refers to. Undefined where the pointer leads nowhere. */
export function extract(document: unknown, at: string): Extract | undefined {
  const place = walk(document, at);
  if (place === undefined) return undefined;
  if (at === '') return { schema: document, origin: (path) => path, added: NOTHING };
  const copy = new Copy(place.references, place);
  const schema = copy.run();
  const dialect = isRecord(document) ? document.$schema : undefined;
  if (!isRecord(schema)) return { schema, origin: copy.origin, added: NOTHING };
  return {
    schema: typeof dialect === 'string' ? { $schema: dialect, ...schema } : schema,
    origin: copy.origin,
    added: new Set(['$schema', '$defs']),
  };
}

function walk(document: unknown, at: string): (Place & { readonly references: References }) | undefined {
  const references = new References(document);
  let node = document;
  let path = '';
  let resource = references.root;
  for (const token of tokens(at)) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) return undefined;
    node = (node as Record<string, unknown>)[token];
    path = pointer(path, token);
    if (isRecord(node)) resource = references.enter(node, path, resource);
  }
  return { node, path, resource, references };
}

class Copy {
  readonly #references: References;
  readonly #start: Place;
  readonly #names = new Map<string, string>();
  readonly #pending: Place[] = [];

  constructor(references: References, start: Place) {
    this.#references = references;
    this.#start = start;
  }

  run(): unknown {
    const root = this.#schema(this.#start.node, this.#start.path, this.#start.resource);
    const definitions: Record<string, unknown> = {};
    for (let place = this.#pending.shift(); place; place = this.#pending.shift())
      setOwn(definitions, this.#names.get(place.path) as string, this.#schema(place.node, place.path, place.resource));
    return isRecord(root) && this.#names.size > 0 ? { ...root, $defs: definitions } : root;
  }

  readonly origin = (path: string): string => {
    const [first, name, ...rest] = tokens(path);
    const source = first === '$defs' ? [...this.#names].find(([, each]) => each === name)?.[0] : undefined;
    return source === undefined ? this.#start.path + path : rest.reduce(pointer, source);
  };

  #schema(node: unknown, path: string, scope: Resource): unknown {
    if (!isRecord(node)) return node;
    const resource = this.#references.enter(node, path, scope);
    const copy: Record<string, unknown> = {};
    for (const [keyword, value] of Object.entries(node)) {
      if (IDENTITY.has(keyword) && (keyword !== 'id' || typeof value === 'string')) continue;
      if (keyword === '$ref' || keyword === '$dynamicRef' || keyword === '$recursiveRef')
        this.#reference(copy, keyword, value, resource);
      else setOwn(copy, keyword, this.#value(keyword, value, pointer(path, keyword), resource));
    }
    return copy;
  }

  #value(keyword: string, value: unknown, path: string, resource: Resource): unknown {
    const form = SCHEMA_KEYWORDS.get(keyword);
    if (form === undefined) return value;
    if (Array.isArray(value)) return value.map((item, index) => this.#schema(item, pointer(path, index), resource));
    if (form !== 'map' || !isRecord(value)) return this.#schema(value, path, resource);
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) setOwn(copy, key, this.#schema(item, pointer(path, key), resource));
    return copy;
  }

  /** A reference that leads nowhere in the document stays as it is, and is refused with its path when compiling. */
  #reference(copy: Record<string, unknown>, keyword: string, value: unknown, resource: Resource): void {
    const place =
      typeof value !== 'string'
        ? undefined
        : keyword === '$ref'
          ? this.#references.resolve(value, resource)
          : this.#references.resolveDynamic(value, resource);
    if (place === undefined || place === 'dynamic') copy[keyword] = value;
    else copy.$ref = place.path === this.#start.path ? '#' : `#/$defs/${this.#name(place)}`;
  }

  #name(place: Place): string {
    const known = this.#names.get(place.path);
    if (known !== undefined) return known;
    const base = (tokens(place.path).at(-1) ?? 'root').replace(/[^\w.-]/g, '_') || 'schema';
    const taken = new Set(this.#names.values());
    let name = base;
    for (let suffix = 2; taken.has(name); suffix++) name = `${base}_${suffix}`;
    this.#names.set(place.path, name);
    this.#pending.push(place);
    return name;
  }
}
