import type { Issue } from '../source.js';
import type { ErrorV1 } from './library.js';
import { stepsOf } from './steps.js';
import { deepest } from './unions.js';
import { sentence } from './wording.js';

/** The errors of TypeBox 1.x as issues; of a union only those of the option that fits best. */
export function issuesV1(errors: readonly ErrorV1[], value: unknown): readonly Issue[] {
  const told = bestOptions(errors);
  // "Schema is false" comes beside an error that says which property or item may not be there.
  const useful = told.filter((error) => error.keyword !== 'boolean');
  return (useful.length > 0 ? useful : told).flatMap((error) => issue(error, value));
}

function issue(error: ErrorV1, value: unknown): readonly Issue[] {
  const { path, at } = stepsOf(error.instancePath, value);
  const { params } = error;
  const each = (keys: unknown, message: string): readonly Issue[] =>
    (keys as readonly string[]).map((key) => ({ path: [...path, key], message, code: 'finish', value: inside(at, key) }));
  switch (error.keyword) {
    case 'required':
      return each(params.requiredProperties, 'This required property is missing.');
    case 'additionalProperties':
      return each(params.additionalProperties, 'This property is not declared, and no other is allowed.');
    case 'unevaluatedProperties':
      return each(params.unevaluatedProperties, 'This property is not declared, and no other is allowed.');
    case '~refine':
      return [
        {
          path,
          message: error.message === 'Refine Error' ? 'The refinement of the schema rejects this value.' : error.message,
          code: 'finish',
          value: at,
        },
      ];
    default:
      return [{ path, message: sentence(wordsOf(error), at), code: 'finish', value: at }];
  }
}

function wordsOf({ keyword, params, message }: ErrorV1): string {
  if (keyword === 'const') return `must be ${shown(params.allowedValue)}`;
  if (keyword === 'enum' && Array.isArray(params.allowedValues))
    return `must be one of ${params.allowedValues.slice(0, 20).map(shown).join(', ')}${params.allowedValues.length > 20 ? ', …' : ''}`;
  return message;
}

function shown(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function inside(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

/** TypeBox lists the errors of every option and then one that no option matched: the deepest option tells most. */
function bestOptions(errors: readonly ErrorV1[]): readonly ErrorV1[] {
  let kept: readonly ErrorV1[] = errors;
  for (const summary of errors) {
    if (summary.keyword !== 'anyOf' || !kept.includes(summary)) continue;
    const prefix = `${summary.schemaPath}/anyOf/`;
    const options = new Map<string, ErrorV1[]>();
    for (const error of kept) {
      if (!error.schemaPath.startsWith(prefix) || !error.instancePath.startsWith(summary.instancePath)) continue;
      const option = error.schemaPath.slice(prefix.length).split('/', 1)[0] as string;
      options.set(option, [...(options.get(option) ?? []), error]);
    }
    const best = deepest([...options.values()], (error) => error.instancePath.length);
    const worth = best?.some((error) => error.instancePath.length > summary.instancePath.length || error.keyword === 'required');
    const drop = new Set([...options.values()].flat());
    if (worth) for (const error of best as readonly ErrorV1[]) drop.delete(error);
    kept = kept.filter((error) => !drop.has(error) && !(worth && error === summary));
  }
  return kept;
}
