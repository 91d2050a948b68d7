import { isRecord } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';
import type { Findings } from '../source.js';
import { alike } from './alike.js';
import type { Meanings } from './occurrences.js';
import type { Version } from './recognise.js';

type Definitions = Record<string, unknown>;
interface Scope {
  readonly path: string;
  readonly definitions: Definitions;
}

/** What the names in `$ref` mean: the definitions of the nearest `Cyclic` or `Import` around it, or else a type with that `$id`. */
export class Names {
  readonly #scopes = new Map<string, Scope>();
  /** Scopes by the names they define, to find those that are copies of each other. */
  readonly #copies = new Map<string, Scope[]>();
  readonly #first = new Map<string, unknown>();
  #ids: Map<string, string> | undefined;

  constructor(
    private readonly schema: Record<string, unknown>,
    private readonly version: Version,
    private readonly findings: Findings,
    private readonly meanings: Meanings,
  ) {}

  /** Enters the definitions of a node. A module gives each type it exports a copy of them: equal copies count as one. */
  declare(definitions: Definitions, path: string): void {
    if (this.#scopes.has(path)) return;
    const names = Object.keys(definitions).sort().join('\n');
    const known = this.#copies.get(names) ?? [];
    const same = known.find((scope) => alike(scope.definitions, definitions));
    const scope = same ?? { path, definitions };
    this.#scopes.set(path, scope);
    if (same) {
      this.meanings.copied(pointer(path, '$defs'), pointer(same.path, '$defs'));
      return;
    }
    this.#copies.set(names, [...known, scope]);
    if (this.version === 'v1') this.#single(definitions, pointer(path, '$defs'));
  }

  /** JSON Pointer of what a name means at a place. */
  find(name: string, path: string): string | undefined {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const scope = this.#scopes.get(at);
      if (scope && Object.hasOwn(scope.definitions, name)) return pointer(pointer(scope.path, '$defs'), name);
      if (at === '') break;
    }
    this.#ids ??= this.#index();
    return this.#ids.get(name);
  }

  /** TypeBox 1.x checks a name against the whole schema and takes any type that has it. */
  #single(definitions: Definitions, path: string): void {
    for (const [name, definition] of Object.entries(definitions)) {
      if (!this.#first.has(name)) this.#first.set(name, definition);
      else if (!alike(this.#first.get(name), definition))
        this.findings.report({
          code: 'ambiguous-name',
          severity: 'error',
          path: pointer(path, name),
          message: `Two different definitions are named ${JSON.stringify(name)}. TypeBox checks a value against either, so right values would be rejected.`,
          help: 'Give one of the definitions another name.',
        });
    }
  }

  #index(): Map<string, string> {
    const ids = new Map<string, string>();
    const seen = new Set<unknown>();
    const stack: { readonly node: unknown; readonly path: string }[] = [{ node: this.schema, path: '' }];
    for (let place = stack.pop(); place; place = stack.pop()) {
      const { node, path } = place;
      if (typeof node !== 'object' || node === null || seen.has(node)) continue;
      seen.add(node);
      if (isRecord(node) && typeof node.$id === 'string' && !ids.has(node.$id)) ids.set(node.$id, path);
      const keys = Object.keys(node);
      for (let index = keys.length - 1; index >= 0; index--) {
        const key = keys[index] as string;
        if (!DATA.has(key) || path.endsWith('/properties'))
          stack.push({ node: (node as Record<string, unknown>)[key], path: pointer(path, key) });
      }
    }
    return ids;
  }
}

/** Keywords that hold values, not schemas. */
const DATA = new Set(['const', 'enum', 'default', 'examples']);
