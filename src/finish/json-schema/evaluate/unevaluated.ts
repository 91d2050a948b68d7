import { isRecord } from '../../../ir/json.js';
import { type Check, type Compiler, inside, report } from './node.js';
import { literal } from './words.js';

/** The two keywords that ask what all others of the schema have evaluated; so they come last. */
export function unevaluated(schema: Record<string, unknown>, compiler: Compiler): Check[] {
  const checks: Check[] = [];
  if (compiler.has('unevaluatedProperties') && schema.unevaluatedProperties !== undefined)
    checks.push(unevaluatedProperties(schema.unevaluatedProperties, compiler));
  if (compiler.has('unevaluatedItems') && schema.unevaluatedItems !== undefined)
    checks.push(unevaluatedItems(schema.unevaluatedItems, compiler));
  return checks;
}

function unevaluatedProperties(schema: unknown, compiler: Compiler): Check {
  const node = compiler.node(schema);
  return (value, run) => {
    if (!isRecord(value)) return true;
    const { marks } = run;
    let valid = true;
    for (const key of Object.keys(value)) {
      if (marks?.hasProperty(key)) continue;
      if (schema === false) valid = report(run, () => `The property ${literal(key)} is not allowed here.`, value[key], key);
      else if (!inside(run, node, value[key], key)) valid = false;
      if (!valid && !run.issues) return false;
    }
    marks?.everyProperty();
    return valid;
  };
}

function unevaluatedItems(schema: unknown, compiler: Compiler): Check {
  const node = compiler.node(schema);
  return (value, run) => {
    if (!Array.isArray(value)) return true;
    const { marks } = run;
    let valid = true;
    for (let index = 0; index < value.length; index++) {
      if (marks?.hasItem(index)) continue;
      if (schema === false) valid = report(run, () => 'No further item is allowed here.', value[index], index);
      else if (!inside(run, node, value[index], index)) valid = false;
      if (!valid && !run.issues) return false;
    }
    marks?.everyItem();
    return valid;
  };
}
