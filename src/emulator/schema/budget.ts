import type { JsonSchema, Mode, Spend } from '../../compiled.js';
import { spendOf } from '../../plan/spend.js';
import type { TargetProfile } from '../../targets/profile.js';

/** Expanded properties of one request. The API publishes no limit; this one keeps answers finite. */
const MOST_PROPERTIES = 5000;
/** Nesting with references expanded. */
const DEEPEST = 500;
const BIGGEST =
  'The compiled grammar is too large, which would cause performance issues. Simplify your tool schemas or reduce the number of strict tools.';

/** What the API says to a request whose schemas together exceed its limits. The schemas themselves were checked before. */
export function budgetError(
  schemas: readonly { readonly schema: Readonly<Record<string, unknown>>; readonly mode: Mode }[],
  { limits }: TargetProfile,
): string | undefined {
  const strict = schemas.filter(({ mode }) => mode === 'tool').length;
  if (strict > limits.strictTools.value)
    return `Too many strict tools (${strict}). The maximum number of strict tools supported is ${limits.strictTools.value}. Try reducing the number of tools marked as strict.`;
  const sum = { optional: 0, union: 0, properties: 0 };
  for (const { schema, mode } of schemas) {
    const spend = spent(schema as JsonSchema, mode);
    if (!spend || spend.depth > DEEPEST) return 'Schema is too complex for compilation.';
    sum.optional += spend.optional;
    sum.union += spend.union;
    sum.properties += spend.properties;
  }
  if (sum.optional > limits.optional.value)
    return `Schemas contains too many optional parameters (${sum.optional}), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: ${limits.optional.value}).`;
  if (sum.union > limits.union.value)
    return `Schemas contains too many parameters with union types (${sum.union} parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: ${limits.union.value} parameters with unions).`;
  return sum.properties > MOST_PROPERTIES ? BIGGEST : undefined;
}

/** Undefined where references nest too deeply to be followed. */
function spent(schema: JsonSchema, mode: Mode): Spend | undefined {
  try {
    return spendOf(schema, mode);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
