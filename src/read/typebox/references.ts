import { isRecord } from '../../ir/json.js';
import { pointer, tokens } from '../../ir/pointer.js';
import type { Shape } from '../../ir/shape.js';
import { describe } from '../json-schema/scope.js';
import type { Site } from './site.js';

/** `Type.Cyclic` (1.x) and `Module.Import` (0.34): definitions, and the name of the one that is meant. */
export function group(site: Site): Shape | undefined {
  const { node, path } = site;
  const { names } = site.reading;
  if (!isRecord(node.$defs) || typeof node.$ref !== 'string') return undefined;
  names.declare(node.$defs, path);
  if (!Object.hasOwn(node.$defs, node.$ref)) return dangling(site, node.$ref);
  return refer(site, names.find(node.$ref, path));
}

/** `Type.Ref` and, in 0.34, `Type.This`: a name. Pointers (`#…`) are left to the JSON Schema reader. */
export function reference(site: Site): Shape | undefined {
  const { node, path } = site;
  if (typeof node.$ref !== 'string') return undefined;
  const target = site.reading.names.find(node.$ref, path);
  if (target !== undefined) return refer(site, target);
  return node.$ref.startsWith('#') ? undefined : dangling(site, node.$ref);
}

/** A type that contains itself (`Type.Recursive`, 0.34): read as a definition, so that all of the recursion is one. */
export function recursive(site: Site): Shape | undefined {
  return site.instead({ $ref: site.reading.base + fragment(site.path) });
}

/** Refers to a place of the source by a reference that the JSON Schema reader resolves from anywhere in it. */
function refer(site: Site, target: string | undefined): Shape | undefined {
  if (target === undefined) return undefined;
  const { $id: _i, $defs: _d, ...said } = site.node;
  return site.instead({ ...said, $ref: site.reading.base + fragment(target) });
}

function fragment(target: string): string {
  const encoded = tokens(target).map((token) =>
    encodeURIComponent(
      token
        .replace(/~/g, '~0')
        .replace(/\//g, '~1')
        .replace(/\p{Surrogate}/gu, '\ufffd'),
    ),
  );
  return `#${encoded.map((token) => `/${token}`).join('')}`;
}

function dangling({ reading, path }: Site, name: string): Shape {
  reading.findings.report({
    code: 'dangling-ref',
    severity: 'error',
    path: pointer(path, '$ref'),
    message: `${describe(name)} names no type of this schema, so nothing can be said of the value.`,
    help:
      reading.version === 'v1'
        ? 'Define it beside the others in Type.Cyclic or Type.Module.'
        : 'Define it in the Type.Module that this type is imported from, or nest the type here instead of Type.Ref.',
  });
  return { kind: 'any', path };
}
