import { isRecord } from '../../ir/json.js';
import { pointer } from '../../ir/pointer.js';

/** A place in the source document: a schema, its pointer, and the resource (`$id` scope) it lies in. */
export interface Place {
  readonly node: unknown;
  readonly path: string;
  readonly resource: Resource;
}

/** A schema with an absolute identity of its own; local references start here. */
export interface Resource {
  readonly node: unknown;
  readonly path: string;
  readonly uri: string;
}

const NO_URI = 'schema:/';
const DATA = new Set(['enum', 'const', 'default', 'examples', 'example']);

/** Resolves the internal references of one document: pointers, `$id`, `id`, `$anchor`, `$dynamicAnchor`. */
export class References {
  readonly root: Resource;
  #index: { resources: Map<string, Resource>; anchors: Map<string, Place>; dynamic: Map<string, Place[]> } | undefined;

  constructor(schema: unknown) {
    const id = identity(schema);
    this.root = { node: schema, path: '', uri: id === undefined ? NO_URI : split(absolute(id, NO_URI))[0] };
  }

  /** The resource in force at a node met while walking from `resource`. */
  enter(node: Record<string, unknown>, path: string, resource: Resource): Resource {
    const id = identity(node);
    if (id === undefined || node === resource.node) return resource;
    return { node, path, uri: split(absolute(id, resource.uri))[0] };
  }

  /** Where a `$ref` of `resource` leads, or undefined when that is outside the document. */
  resolve(reference: string, resource: Resource): Place | undefined {
    if (reference === '#' || reference === '') return { node: resource.node, path: resource.path, resource };
    if (reference.startsWith('#/')) return this.#walk(resource, reference.slice(1));
    const [uri, fragment = ''] = split(absolute(reference, resource.uri));
    const index = this.#indexed();
    const found = uri === resource.uri ? resource : index.resources.get(uri);
    if (!found) return undefined;
    if (fragment === '') return { node: found.node, path: found.path, resource: found };
    if (fragment.startsWith('/')) return this.#walk(found, fragment);
    return index.anchors.get(`${uri}#${decode(fragment)}`);
  }

  /** Where a `$dynamicRef` leads when that can be known without running it; `'dynamic'` when it cannot. */
  resolveDynamic(reference: string, resource: Resource): Place | undefined | 'dynamic' {
    const place = this.resolve(reference, resource);
    const anchor = reference.slice(reference.indexOf('#') + 1);
    if (!place || !isRecord(place.node) || place.node.$dynamicAnchor !== anchor) return place;
    const places = this.#indexed().dynamic.get(anchor) ?? [];
    if (places.length < 2) return place;
    return places.find((candidate) => candidate.resource.uri === this.root.uri) ?? 'dynamic';
  }

  #walk(resource: Resource, path: string): Place | undefined {
    let node: unknown = resource.node;
    let at = resource.path;
    let scope = resource;
    for (const raw of path.slice(1).split('/')) {
      const token = decode(raw).replace(/~1/g, '/').replace(/~0/g, '~');
      if (typeof node !== 'object' || node === null || !Object.hasOwn(node, token)) return undefined;
      node = (node as Record<string, unknown>)[token];
      at = pointer(at, token);
      if (isRecord(node)) scope = this.enter(node, at, scope);
    }
    return { node, path: at, resource: scope };
  }

  #indexed() {
    if (this.#index) return this.#index;
    const resources = new Map<string, Resource>([[this.root.uri, this.root]]);
    const anchors = new Map<string, Place>();
    const dynamic = new Map<string, Place[]>();
    const seen = new Set<unknown>();
    const stack: Place[] = [{ node: this.root.node, path: '', resource: this.root }];
    for (let place = stack.pop(); place; place = stack.pop()) {
      const { node, path } = place;
      if (typeof node !== 'object' || node === null || seen.has(node)) continue;
      seen.add(node);
      let { resource } = place;
      if (!Array.isArray(node)) {
        const schema = node as Record<string, unknown>;
        resource = this.enter(schema, path, resource);
        if (resource.node === node && !resources.has(resource.uri)) resources.set(resource.uri, resource);
        const here: Place = { node, path, resource };
        for (const keyword of ['$anchor', '$dynamicAnchor'])
          if (typeof schema[keyword] === 'string') anchors.set(`${resource.uri}#${schema[keyword]}`, here);
        if (typeof schema.$dynamicAnchor === 'string')
          dynamic.set(schema.$dynamicAnchor, [...(dynamic.get(schema.$dynamicAnchor) ?? []), here]);
        for (const keyword of ['$id', 'id']) {
          const id = schema[keyword];
          if (typeof id === 'string' && id.includes('#')) {
            const [uri, name = ''] = split(absolute(id, resource.uri));
            if (name !== '') anchors.set(`${uri}#${decode(name)}`, here);
          }
        }
      }
      const keys = Object.keys(node);
      for (let index = keys.length - 1; index >= 0; index--) {
        const key = keys[index] as string;
        if (DATA.has(key) && !path.endsWith('/properties')) continue;
        stack.push({ node: (node as Record<string, unknown>)[key], path: pointer(path, key), resource });
      }
    }
    this.#index = { resources, anchors, dynamic };
    return this.#index;
  }
}

function identity(node: unknown): string | undefined {
  if (!isRecord(node)) return undefined;
  if (typeof node.$id === 'string') return node.$id.startsWith('#') ? undefined : node.$id;
  return typeof node.id === 'string' && /^[a-z][a-z0-9+.-]*:|\.json#?$/i.test(node.id) ? node.id : undefined;
}

function absolute(reference: string, base: string): string {
  try {
    return new URL(reference, base).href;
  } catch {
    return reference;
  }
}

function split(uri: string): [string, string | undefined] {
  const at = uri.indexOf('#');
  return at < 0 ? [uri, undefined] : [uri.slice(0, at), uri.slice(at + 1)];
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
