import type { Shape } from '../../ir/shape.js';
import type { Version } from './recognise.js';
import type { Reader, Site } from './site.js';

const WRAP: Readonly<Record<Version, string>> = {
  v1: 'Leave it out, or start from a JSON form: Type.Codec(Type.String()).Decode(...).Encode(...).',
  v0: 'Leave it out, or start from a JSON form: Type.Transform(Type.String()).Decode(...).Encode(...).',
};

const value = (what: string) => (site: Site) =>
  refuse(site, `Type.${site.kind} describes ${what}, which no JSON answer can hold.`, WRAP[site.reading.version]);

const unfinished = (site: Site) =>
  refuse(
    site,
    `A type of the kind ${site.kind} only stands for another type that was not computed yet, so it describes no value.`,
    'Compute it first: Type.Instantiate, Type.Call or Module.Import give the finished type.',
  );

/** Types that describe no JSON value in any form. */
export const unsupported: Readonly<Record<string, Reader>> = {
  Function: value('a function'),
  Constructor: value('a class'),
  Promise: value('a promise'),
  Iterator: value('an iterator'),
  AsyncIterator: value('an asynchronous iterator'),
  Symbol: value('a symbol'),
  Base: (site) =>
    isDescribed(site.node)
      ? undefined
      : refuse(
          site,
          'A class that extends Type.Base says in code alone what its values are, so nothing is known of their JSON form.',
          WRAP[site.reading.version],
        ),
  ...Object.fromEntries(
    ['Deferred', 'Generic', 'Call', 'Infer', 'Parameter', 'Identifier', 'Rest', 'Computed', 'MappedKey', 'MappedResult'].map(
      (kind) => [kind, unfinished],
    ),
  ),
};

const JSON_TYPES = new Set<unknown>(['null', 'boolean', 'number', 'integer', 'string', 'array', 'object']);

/** A kind of the user's own that states a `type` which JSON Schema does not know. */
export function unknownType(site: Site): Shape | undefined {
  const { type } = site.node;
  if (typeof type !== 'string' || JSON_TYPES.has(type)) return undefined;
  return refuse(
    site,
    `The kind ${site.kind} has the type ${JSON.stringify(type)}, which no JSON answer can hold.`,
    `Give it the JSON Schema \`type\` of its encoded form. ${WRAP[site.reading.version]}`,
  );
}

function isDescribed(node: Record<string, unknown>): boolean {
  return (
    JSON_TYPES.has(node.type) ||
    node.anyOf !== undefined ||
    node.const !== undefined ||
    node.enum !== undefined ||
    node.$ref !== undefined
  );
}

function refuse({ reading, path }: Site, message: string, help: string): Shape {
  reading.findings.report({ code: 'unsupported-type', severity: 'error', path, message, help });
  return { kind: 'any', path };
}
