import { type Def, lazyInner, type Schema, type TypeName } from './schema.js';

/** Every schema that another one holds, on both sides of a pipe. */
export function partsOf(schema: Schema, def: Def<TypeName>): readonly Schema[] {
  switch (def.type) {
    case 'object':
      return def.catchall ? [...Object.values(def.shape), def.catchall] : Object.values(def.shape);
    case 'array':
      return [def.element];
    case 'tuple':
      return def.rest ? [...def.items, def.rest] : def.items;
    case 'record':
    case 'map':
      return [def.keyType, def.valueType];
    case 'set':
      return [def.valueType];
    case 'union':
      return def.options;
    case 'intersection':
      return [def.left, def.right];
    case 'pipe':
      return [def.in, def.out];
    case 'lazy':
      return [lazyInner(schema)];
    case 'optional':
    case 'nullable':
    case 'nonoptional':
    case 'readonly':
    case 'default':
    case 'prefault':
    case 'success':
      return [def.innerType];
    default:
      return [];
  }
}

const DEEPEST = 1000;

/** Whether there is a `.catch` anywhere in the schema, on either side of its pipes. */
export function mayCatch(root: Schema): boolean {
  const seen = new Set<unknown>();
  const visit = (schema: Schema, depth: number): boolean => {
    const def = schema._zod.def as Def<TypeName>;
    if (def.type === 'catch' || depth > DEEPEST) return true;
    if (seen.has(def)) return false;
    seen.add(def);
    return partsOf(schema, def).some((part) => visit(part, depth + 1));
  };
  return visit(root, 0);
}

/** Kinds in which no code of the user runs, but for their checks. */
const CODELESS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...['string', 'number', 'boolean', 'null', 'literal', 'enum', 'object', 'array', 'tuple', 'record', 'union', 'intersection'],
  ...['optional', 'nullable', 'nonoptional', 'readonly', 'date', 'map', 'set', 'any', 'unknown'],
]);

/** Whether code of the user may run, and so may ask to be waited for. */
export function mayWait(root: Schema): boolean {
  const seen = new Set<unknown>();
  const visit = (schema: Schema, depth: number): boolean => {
    const def = schema._zod.def as Def<TypeName> & { readonly checks?: readonly Check[] };
    if (!CODELESS.has(def.type) || depth > DEEPEST) return true;
    if (seen.has(def)) return false;
    seen.add(def);
    const runs = def.checks?.some(({ _zod }) => _zod.def.check === 'custom' || _zod.def.check === 'overwrite');
    return runs === true || partsOf(schema, def).some((part) => visit(part, depth + 1));
  };
  return visit(root, 0);
}

interface Check {
  readonly _zod: { readonly def: { readonly check: string } };
}
