import type { Code, CodeStep } from '../source.js';
import { described, sayDef } from './described.js';
import { type Def, isPreprocess, type Schema, type TypeName } from './schema.js';

interface Check {
  readonly _zod: { readonly def: { readonly check: string; readonly fn?: unknown }; readonly check?: unknown };
}

/** Types whose bounds are keywords of the shape, exactly. */
const BOUNDED: ReadonlySet<string> = new Set(['string', 'number', 'array', 'map', 'set']);
const BOUNDS =
  /^(?:less_than|greater_than|multiple_of|number_format|min_length|max_length|length_equals|min_size|max_size|size_equals)$/;
const WORDS: ReadonlySet<string> = new Set(['describe', 'meta']);

/** What a schema checks and changes beyond what its shape says; undefined where that is nothing. */
export function codeOf(schema: Schema, path: string): Code | undefined {
  const def = schema._zod.def as Def<TypeName>;
  const own = typeof (def as { check?: unknown }).check === 'string' && !classOf(schema) ? [ownCheck(schema)] : [];
  const checks = [...own, ...((def.checks ?? []) as unknown as readonly Check[])].filter(
    ({ _zod }) => !WORDS.has(_zod.def.check),
  );
  const changes = checks.some(({ _zod }) => _zod.def.check === 'overwrite' || isOpaque(_zod)) || isChanging(def);
  const steps: CodeStep[] = [];
  for (const check of checks)
    if (changes || !(BOUNDED.has(def.type) && BOUNDS.test(check._zod.def.check))) steps.push(stepOf(check));
  steps.push(...stepsOfType(schema, def));
  if (steps.length === 0) return undefined;
  return { path, steps, ...(changes && { changes: true }) };
}

/** `z.email()` is a schema and a check in one. */
function ownCheck(schema: Schema): Check {
  return { _zod: { def: schema._zod.def as unknown as Check['_zod']['def'] } };
}

/** The class of `z.instanceof()`, whose test is a closure of Zod's. */
function classOf(schema: Schema): { readonly name?: string } | undefined {
  return (schema._zod.bag as { readonly Class?: { readonly name?: string } } | undefined)?.Class;
}

/** `superRefine` and `check`: the function is within a closure of Zod's, which may also change the value. */
function isOpaque({ def }: Check['_zod']): boolean {
  return def.check === 'custom' && def.fn === undefined;
}

function isChanging(def: Def<TypeName>): boolean {
  return def.type === 'pipe' || def.type === 'transform';
}

function stepOf({ _zod }: Check): CodeStep {
  const functions: unknown[] = [];
  const text = sayDef(_zod.def as unknown as Record<string, unknown>, functions);
  if (isOpaque(_zod)) functions.push(_zod.check);
  return { text, functions };
}

function stepsOfType(schema: Schema, def: Def<TypeName>): CodeStep[] {
  switch (def.type) {
    case 'transform':
      return [described(schema)];
    case 'pipe': {
      const pipe = def as Def<'pipe'>;
      const hidden = described(isPreprocess(pipe) ? pipe.in : pipe.out);
      const { truthy, falsy } = schema._zod.bag as { truthy?: unknown; falsy?: unknown };
      // `z.stringbool()`: its code is Zod's own, and reads nothing but these words.
      if (Array.isArray(truthy) && Array.isArray(falsy))
        return [{ text: `pipe ${JSON.stringify(schema._zod.bag)}`, functions: [] }];
      const functions: unknown[] = [...hidden.functions];
      return [{ text: `pipe ${sayDef(pipe as unknown as Record<string, unknown>, functions)} ${hidden.text}`, functions }];
    }
    case 'custom': {
      const Class = classOf(schema);
      return Class === undefined ? [] : [{ text: `instance of ${Class.name}`, functions: [] }];
    }
    default:
      return [];
  }
}
