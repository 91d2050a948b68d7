import { isRecord } from '../../../ir/json.js';
import { Unreadable } from '../resources.js';
import { type Check, type Compiler, type Node, report } from './node.js';
import { given } from './objects.js';
import { literal } from './words.js';

/** `dependentRequired`, `dependentSchemas`, and the older `dependencies`, which is both. */
export function dependents(schema: Record<string, unknown>, compiler: Compiler): Check[] {
  const checks: Check[] = [];
  for (const keyword of ['dependentRequired', 'dependentSchemas', 'dependencies']) {
    const named = compiler.has(keyword) ? schema[keyword] : undefined;
    if (named === undefined) continue;
    if (!isRecord(named)) throw new Unreadable(`\`${keyword}\` is no object`);
    for (const key of Object.keys(named)) {
      const dependent = named[key];
      checks.push(Array.isArray(dependent) ? needs(key, dependent as string[]) : implies(key, compiler.node(dependent)));
    }
  }
  return checks;
}

function needs(key: string, keys: readonly string[]): Check {
  return (value, run) => {
    if (!isRecord(value) || !given(value, key)) return true;
    const missing = keys.filter((other) => !given(value, other));
    for (const other of missing)
      report(run, () => `The property ${literal(other)} is missing: it is needed beside ${literal(key)}.`, value);
    return missing.length === 0;
  };
}

function implies(key: string, node: Node): Check {
  return (value, run) => !isRecord(value) || !given(value, key) || node.test(value, run);
}
