import { isRecord } from '../../ir/json.js';
import { pointer, tokens } from '../../ir/pointer.js';
import type { Shape } from '../../ir/shape.js';
import { describe } from '../json-schema/scope.js';
import type { Site } from './site.js';

/** `Type.Cyclic` (1.x) and `Module.Import` (0.34): definitions, and the name of the one that is meant. */
export function group(site: Site): Shape | undefined {
  const { node, path, names } = site;
  if (!isRecord(node.$defs) || typeof node.$ref !== 'string') return undefined;
  names.declare(node.$defs, path);
  if (!Object.hasOwn(node.$defs, node.$ref)) return dangling(site, node.$ref);
  return refer(site, names.find(node.$ref, path));
}

/** `Type.Ref` and, in 0.34, `Type.This`: a name. Pointers (`#…`) are left to the JSON Schema reader. */
export function reference(site: Site): Shape | undefined {
  const { node, path, names } = site;
  if (typeof node.$ref !== 'string') return undefined;
  const target = names.find(node.$ref, path);
  if (target !== undefined) return refer(site, target);
  return node.$ref.startsWith('#') ? undefined : dangling(site, node.$ref);
}

/** Refers to a place of the source by a reference that the JSON Schema reader resolves from anywhere in it. */
function refer(site: Site, target: string | undefined): Shape | undefined {
  if (target === undefined) return undefined;
  const { $id: _i, $defs: _d, ...said } = site.node;
  const fragment = tokens(target).map((token) => `/${encode(token)}`).join('');
  return site.walk({ ...said, $ref: `${site.base()}#${fragment}` }, site.path);
}

function encode(token: string): string {
  return encodeURIComponent(token.replace(/~/g, '~0').replace(/\//g, '~1').replace(/\p{Surrogate}/gu, '\ufffd'));
}

function dangling({ findings, path, version }: Site, name: string): Shape {
  findings.report({
    code: 'dangling-ref',
    severity: 'error',
    path: pointer(path, '$ref'),
    message: `${describe(name)} names no type of this schema, so nothing can be said of the value.`,
    help: version === 'v1' ? 'Define it beside the others in Type.Cyclic or Type.Module.' : 'Define it in the Type.Module that this type is imported from, or nest the type here instead of Type.Ref.',
  });
  return { kind: 'any', path };
}
