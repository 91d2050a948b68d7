import type { CodeStep } from '../source.js';
import { partsOf } from './parts.js';
import type { Def, Schema, TypeName } from './schema.js';

/** Members of a definition that say nothing of what passes. */
const SILENT: ReadonlySet<string> = new Set([
  'error',
  'when',
  'checks',
  'reverseTransform',
  'catchValue',
  'getter',
  'shape',
  'abort',
]);

/** A whole schema in one text: types, constants and names, with its functions beside it. For parts that have no shape. */
export function described(root: Schema): CodeStep {
  const functions: unknown[] = [];
  const seen = new Map<unknown, number>();
  const say = (schema: Schema): string => {
    const def = schema._zod.def as Def<TypeName>;
    const known = seen.get(def);
    if (known !== undefined) return `#${known}`;
    seen.set(def, seen.size);
    const keys = def.type === 'object' ? Object.keys(def.shape) : [];
    const checks = (def.checks ?? []) as unknown as readonly {
      readonly _zod: { readonly def: Record<string, unknown>; readonly check?: unknown };
    }[];
    const said = checks.map(({ _zod }) => {
      if (_zod.def['check'] === 'custom' && _zod.def['fn'] === undefined) functions.push(_zod.check);
      return sayDef(_zod.def, functions);
    });
    return `${sayDef(def as unknown as Record<string, unknown>, functions)}${JSON.stringify(keys)}[${said}](${partsOf(schema, def).map(say)})`;
  };
  return { text: say(root), functions };
}

/** The constants of a definition as text; its functions are collected. Schemas in it are left out. */
export function sayDef(def: Record<string, unknown>, functions: unknown[]): string {
  const told: string[] = [];
  for (const key of Object.keys(def)) {
    if (SILENT.has(key) && !(key === 'when' && def['check'] === 'custom')) continue;
    // A format made of a regular expression wraps it into a function, which says no more.
    if (key === 'fn' && (def['pattern'] instanceof RegExp || typeof def['fn'] !== 'function')) continue;
    const value = constant(read(def, key), functions);
    if (value !== undefined) told.push(`${key}:${value}`);
  }
  return told.join(' ');
}

function read(def: Record<string, unknown>, key: string): unknown {
  try {
    return def[key];
  } catch {
    return undefined;
  }
}

function constant(value: unknown, functions: unknown[]): string | undefined {
  switch (typeof value) {
    case 'function':
      functions.push(value);
      return 'function';
    case 'bigint':
      return `${value}n`;
    case 'undefined':
    case 'symbol':
      return undefined;
    case 'object': {
      if (value === null) return 'null';
      if (value instanceof RegExp || value instanceof Date) return String(value instanceof Date ? value.getTime() : value);
      if ('_zod' in value || (Array.isArray(value) && value.some((item) => typeof item === 'object'))) return undefined;
      return plainText(value, functions);
    }
    default:
      return JSON.stringify(value);
  }
}

/** What has no text is compared by being the very same. */
function plainText(value: object, functions: unknown[]): string {
  try {
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
  } catch {
    functions.push(value);
    return 'object';
  }
}
