import { isRecord } from '../../ir/json.js';
import { tokens } from '../../ir/pointer.js';
import { eachSubschema } from './positions.js';

/** A schema that can't be evaluated, because it is malformed or refers to nothing. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** A schema with an identity of its own, and the anchors in it. */
export interface Resource {
  readonly uri: string;
  readonly root: unknown;
  readonly anchors: Map<string, unknown>;
  readonly dynamicAnchors: Map<string, unknown>;
}

const NO_URI = 'schema:/';

/** Knows which schema every internal reference of a document leads to. */
export class Resources {
  readonly #resources = new Map<string, Resource>();
  readonly #of = new Map<unknown, Resource>();

  /** `identifier` is the keyword that gives a schema its identity. */
  constructor(
    readonly root: unknown,
    readonly identifier: '$id' | 'id' = '$id',
  ) {
    this.#enter(root, undefined);
  }

  /** The resource a schema lies in. */
  of(schema: unknown): Resource {
    return this.#of.get(schema) ?? (this.#resources.values().next().value as Resource);
  }

  /** The schema a reference leads to; `passing` is told of everything that a pointer leads through. Throws `Unreadable` when there is none. */
  resolve(from: unknown, reference: string, passing?: (node: unknown) => void): unknown {
    const here = this.of(from);
    const [uri, fragment] = split(reference.startsWith('#') ? here.uri + reference : absolute(reference, here.uri));
    const resource = uri === here.uri ? here : this.#resources.get(uri);
    if (resource === undefined) throw new Unreadable(`${reference} lies outside the schema`);
    if (fragment === '' || fragment === '/') return resource.root;
    const target = fragment.startsWith('/') ? this.#follow(resource, fragment, passing) : resource.anchors.get(decoded(fragment));
    if (target === undefined) throw new Unreadable(`${reference} leads to nothing`);
    return target;
  }

  #follow(resource: Resource, path: string, passing: ((node: unknown) => void) | undefined): unknown {
    let node: unknown = resource.root;
    let at = resource;
    for (const token of tokens(path).map(decoded)) {
      if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) return undefined;
      passing?.(node);
      node = (node as Record<string, unknown>)[token];
      at = this.#of.get(node) ?? at;
    }
    if (isRecord(node) && !this.#of.has(node)) this.#enter(node, at);
    return node;
  }

  #enter(start: unknown, parent: Resource | undefined): void {
    const pending: { readonly node: unknown; readonly parent: Resource | undefined }[] = [{ node: start, parent }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { node } = next;
      if (!isRecord(node)) {
        if (next.parent === undefined) this.#add(NO_URI, node);
        continue;
      }
      if (this.#of.has(node)) continue;
      const resource = this.#resourceOf(node, next.parent);
      this.#of.set(node, resource);
      if (typeof node.$anchor === 'string') resource.anchors.set(node.$anchor, node);
      if (typeof node.$dynamicAnchor === 'string') {
        resource.anchors.set(node.$dynamicAnchor, node);
        resource.dynamicAnchors.set(node.$dynamicAnchor, node);
      }
      if (node.$recursiveAnchor === true) resource.dynamicAnchors.set('', node);
      eachSubschema(node, (child) => pending.push({ node: child, parent: resource }));
    }
  }

  #resourceOf(node: Record<string, unknown>, parent: Resource | undefined): Resource {
    const id = node[this.identifier];
    const [uri, name] = typeof id === 'string' ? split(absolute(id, parent?.uri ?? NO_URI)) : ['', ''];
    if (parent === undefined || (uri !== '' && uri !== parent.uri)) {
      const resource = this.#add(uri === '' ? NO_URI : uri, node);
      if (name !== '') resource.anchors.set(decoded(name), node);
      return resource;
    }
    if (name !== '' && !name.startsWith('/')) parent.anchors.set(decoded(name), node);
    return parent;
  }

  #add(uri: string, root: unknown): Resource {
    const resource: Resource = { uri, root, anchors: new Map(), dynamicAnchors: new Map() };
    if (!this.#resources.has(uri)) this.#resources.set(uri, resource);
    return resource;
  }
}

function absolute(reference: string, base: string): string {
  try {
    return new URL(reference, base).href;
  } catch {
    return reference;
  }
}

function split(uri: string): [string, string] {
  const at = uri.indexOf('#');
  return at < 0 ? [uri, ''] : [uri.slice(0, at), uri.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
