import { sameJson } from '../../../ir/equal.js';
import { isRecord } from '../../../ir/json.js';
import { type Node, type Run, report } from './node.js';
import { given } from './objects.js';
import { typeOf } from './scalars.js';
import { aType, found, oneOf } from './words.js';

/** Says why no option of a union matches: what is wrong with the option that was meant, where that can be told, else what the options are. */
export function reportMismatch(options: readonly Node[], value: unknown, run: Run): false {
  const only = meantBy(value, options);
  const before = run.issues?.length ?? 0;
  only?.test(value, run);
  if (run.issues && run.issues.length > before) return false;
  const expected = expectation(options);
  return report(
    run,
    () =>
      expected
        ? `Expected ${expected}, but found ${found(value)}.`
        : `Expected a value that matches one of ${options.length} alternatives, but found ${found(value)}, which matches none.`,
    value,
  );
}

/** The one option that fits the value's type, then its tags, then the properties it has. */
function meantBy(value: unknown, options: readonly Node[]): Node | undefined {
  let left = options.filter((option) => fitsType(option, value));
  if (left.length < 2 || !isRecord(value)) return left[0] && left.length === 1 ? left[0] : undefined;
  for (const fits of [fitsTags, hasRequired]) {
    const fitting = left.filter((option) => fits(option, value));
    if (fitting.length === 1) return fitting[0];
    if (fitting.length > 0) left = fitting;
  }
  return undefined;
}

function fitsType(option: Node, value: unknown): boolean {
  if (option.schema === false) return false;
  const { types, constants } = option.outline();
  if (types && !types.has(typeOf(value)) && !(types.has('integer') && typeof value === 'number')) return false;
  return constants === undefined || constants.some((constant) => typeOf(constant) === typeOf(value) && isRecord(value));
}

function fitsTags(option: Node, value: Record<string, unknown>): boolean {
  for (const [key, constants] of option.outline().tags)
    if (given(value, key) && !constants.some((constant) => sameJson(constant, value[key]))) return false;
  return true;
}

function hasRequired(option: Node, value: Record<string, unknown>): boolean {
  for (const key of option.outline().required) if (!given(value, key)) return false;
  return true;
}

/** In a few words what the options are: constants and types. */
function expectation(options: readonly Node[]): string | undefined {
  const constants: unknown[] = [];
  const types = new Set<string>();
  for (const option of options) {
    const outline = option.outline();
    if (outline.constants) constants.push(...outline.constants);
    else if (outline.types) for (const type of outline.types) types.add(type);
    else if (option.schema !== false) return undefined;
  }
  const words = [...types].map(aType);
  if (constants.length > 0) words.unshift(oneOf(constants));
  return words.length > 0 ? words.join(' or ') : undefined;
}
