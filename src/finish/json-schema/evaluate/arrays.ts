import { firstDuplicate } from '../../../ir/duplicates.js';
import { Unreadable } from '../resources.js';
import { type Check, type Compiler, inside, type Node, quietly, type Run, report } from './node.js';
import { number } from './scalars.js';
import { count } from './words.js';

export function sizes(schema: Record<string, unknown>): Check[] {
  const checks: Check[] = [];
  const min = number(schema, 'minItems');
  const max = number(schema, 'maxItems');
  if (min !== undefined)
    checks.push(
      (value, run) =>
        !Array.isArray(value) ||
        value.length >= min ||
        report(run, () => `Expected at least ${count(min, 'item')}, but found ${value.length}.`, value),
    );
  if (max !== undefined)
    checks.push(
      (value, run) =>
        !Array.isArray(value) ||
        value.length <= max ||
        report(run, () => `Expected at most ${count(max, 'item')}, but found ${value.length}.`, value),
    );
  if (schema.uniqueItems === true)
    checks.push((value, run) => {
      const pair = Array.isArray(value) ? firstDuplicate(value) : undefined;
      return (
        pair === undefined ||
        report(run, () => `Expected items that all differ, but the items ${pair[0]} and ${pair[1]} are the same.`, value)
      );
    });
  return checks;
}

/** `prefixItems` and `items`, or the older `items` list and `additionalItems`. */
export function items(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  const modern = compiler.has('prefixItems');
  if (modern && Array.isArray(schema.items)) throw new Unreadable('`items` is a list');
  const list = modern ? schema.prefixItems : Array.isArray(schema.items) ? schema.items : undefined;
  if (list !== undefined && !Array.isArray(list)) throw new Unreadable('`prefixItems` is no list');
  const other = modern || list === undefined ? schema.items : schema.additionalItems;
  const prefix = (list ?? []).map((item) => compiler.node(item));
  const rest = other === undefined ? undefined : compiler.node(other);
  if (list === undefined && rest === undefined) return undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    if (rest) run.marks?.everyItem();
    else run.marks?.items(prefix.length);
    let valid = true;
    for (let index = 0; index < value.length; index++) {
      const node = prefix[index] ?? rest;
      if (node === undefined) break;
      if (rest && node === rest && rest.schema === false)
        return report(run, () => `Expected at most ${count(prefix.length, 'item')}, but found ${value.length}.`, value);
      if (inside(run, node, value[index], index)) continue;
      valid = false;
      if (!run.issues) break;
    }
    return valid;
  };
}

export function contains(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  if (schema.contains === undefined) return undefined;
  const node = compiler.node(schema.contains);
  const counted = compiler.has('minContains');
  const min = (counted ? number(schema, 'minContains') : undefined) ?? 1;
  const max = counted ? number(schema, 'maxContains') : undefined;
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    // Since 2020-12 the items that match count as evaluated, so that all of them are looked for.
    const marks = compiler.has('prefixItems') ? run.marks : undefined;
    const enough = marks ? Number.POSITIVE_INFINITY : max === undefined ? min : max + 1;
    const matching = matches(value, node, run, enough);
    if (matching.length < min)
      return report(
        run,
        () => `Expected at least ${count(min, 'item')} that match \`contains\`, but found ${matching.length}.`,
        value,
      );
    if (max !== undefined && matching.length > max)
      return report(run, () => `Expected at most ${count(max, 'item')} that match \`contains\`, but found more.`, value);
    for (const index of matching) marks?.item(index);
    return true;
  };
}

function matches(value: readonly unknown[], node: Node, run: Run, enough: number): number[] {
  const { marks } = run;
  run.marks = undefined;
  const matching: number[] = [];
  for (let index = 0; index < value.length && matching.length < enough; index++)
    if (quietly(run, node, value[index])) matching.push(index);
  run.marks = marks;
  return matching;
}
