import { isRecord } from '../../../ir/json.js';
import { regExpOf } from '../patterns/index.js';
import { Unreadable } from '../resources.js';
import { type Check, type Compiler, inside, type Node, quietly, report } from './node.js';
import { number } from './scalars.js';
import { count, literal } from './words.js';

export function required(schema: Record<string, unknown>): Check | undefined {
  const keys = schema.required;
  if (keys === undefined) return undefined;
  if (!Array.isArray(keys)) throw new Unreadable('`required` is no list');
  return (value, run) => {
    if (!isRecord(value)) return true;
    let valid = true;
    for (const key of keys as string[]) {
      if (given(value, key)) continue;
      valid = report(run, () => `The property ${literal(key)} is missing.`, value);
      if (!run.issues) break;
    }
    return valid;
  };
}

export function given(value: Record<string, unknown>, key: string): boolean {
  return Object.hasOwn(value, key) && value[key] !== undefined;
}

export function sizes(schema: Record<string, unknown>): Check[] {
  const checks: Check[] = [];
  const min = number(schema, 'minProperties');
  const max = number(schema, 'maxProperties');
  if (min !== undefined)
    checks.push(
      (value, run) =>
        !isRecord(value) ||
        Object.keys(value).length >= min ||
        report(run, () => `Expected at least ${count(min, 'property')}, but found ${Object.keys(value).length}.`, value),
    );
  if (max !== undefined)
    checks.push(
      (value, run) =>
        !isRecord(value) ||
        Object.keys(value).length <= max ||
        report(run, () => `Expected at most ${count(max, 'property')}, but found ${Object.keys(value).length}.`, value),
    );
  return checks;
}

/** `properties`, `patternProperties` and `additionalProperties`. */
export function properties(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  const named = nodes(schema, 'properties', compiler);
  const patterns = [...nodes(schema, 'patternProperties', compiler)].map(([source, node]) => ({
    expression: regExpOf(source, compiler.unicode ? 'u' : ''),
    node,
  }));
  const rest = schema.additionalProperties === undefined ? undefined : compiler.node(schema.additionalProperties);
  if (named.size === 0 && patterns.length === 0 && rest === undefined) return undefined;
  return (value, run) => {
    if (!isRecord(value)) return true;
    let valid = true;
    for (const key of Object.keys(value)) {
      const part = value[key];
      const own = named.get(key);
      let declared = own !== undefined;
      if (own && part !== undefined && !inside(run, own, part, key)) valid = false;
      for (const { expression, node } of patterns) {
        if (!expression.test(key)) continue;
        declared = true;
        if (part !== undefined && !inside(run, node, part, key)) valid = false;
      }
      if (declared) run.marks?.property(key);
      else if (rest) valid = undeclared(rest, part, key, run) && valid;
      if (!valid && !run.issues) return false;
    }
    if (rest) run.marks?.everyProperty();
    return valid;
  };
}

function undeclared(rest: Node, part: unknown, key: string, run: Parameters<Check>[1]): boolean {
  if (rest.schema === false) return report(run, () => `The property ${literal(key)} is not allowed here.`, part, key);
  return inside(run, rest, part, key);
}

export function names(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  if (schema.propertyNames === undefined) return undefined;
  const node = compiler.node(schema.propertyNames);
  return (value, run) => {
    if (!isRecord(value)) return true;
    const { marks } = run;
    run.marks = undefined;
    let valid = true;
    for (const key of Object.keys(value)) {
      if (quietly(run, node, key)) continue;
      valid = report(run, () => `${literal(key)} is not allowed as the name of a property.`, value[key], key);
      if (!run.issues) break;
    }
    run.marks = marks;
    return valid;
  };
}

function nodes(schema: Record<string, unknown>, keyword: string, compiler: Compiler): Map<string, Node> {
  const named = schema[keyword];
  if (named === undefined) return new Map();
  if (!isRecord(named)) throw new Unreadable(`\`${keyword}\` is no object`);
  return new Map(Object.keys(named).map((key) => [key, compiler.node(named[key])]));
}
