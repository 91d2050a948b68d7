import type { Resource } from '../resources.js';
import * as arrays from './arrays.js';
import { dependents } from './dependents.js';
import * as logic from './logic.js';
import { Marks } from './marks.js';
import type { Check, Compiler } from './node.js';
import * as objects from './objects.js';
import { references } from './references.js';
import * as scalars from './scalars.js';
import * as strings from './strings.js';
import { unevaluated } from './unevaluated.js';

/** All keywords of a schema. The first that fails decides, unless all issues are asked for. */
export function whole(schema: Record<string, unknown>, compiler: Compiler): Check {
  const kind = scalars.type(schema);
  const others = [
    ...references(schema, compiler),
    scalars.enumeration(schema),
    scalars.constant(schema),
    ...scalars.bounds(schema),
    ...strings.lengths(schema),
    strings.pattern(schema, compiler),
    ...strings.format(schema),
    ...arrays.sizes(schema),
    ...objects.sizes(schema),
    objects.required(schema),
    objects.properties(schema, compiler),
    objects.names(schema, compiler),
    ...dependents(schema, compiler),
    arrays.items(schema, compiler),
    arrays.contains(schema, compiler),
    logic.everyOf(schema, compiler),
    logic.anyOf(schema, compiler),
    logic.oneOf(schema, compiler),
    logic.not(schema, compiler),
    logic.condition(schema, compiler),
  ].filter((check) => check !== undefined);
  const last = unevaluated(schema, compiler);
  const evaluate: Check = (value, run) => {
    if (kind && !kind(value, run)) return false;
    let valid = true;
    for (const check of others) {
      if (check(value, run)) continue;
      if (!run.issues) return false;
      valid = false;
    }
    // What a failing keyword would have evaluated is not known.
    return valid && last.every((check) => check(value, run));
  };
  const marked = compiler.marking ? marking(evaluate) : evaluate;
  return compiler.dynamic ? entering(marked, compiler.resource(schema)) : marked;
}

/** Each schema collects what it evaluates itself, and hands it on if it is valid. */
function marking(evaluate: Check): Check {
  return (value, run) => {
    const outer = run.marks;
    if (typeof value !== 'object' || value === null) return evaluate(value, run);
    const own = new Marks();
    run.marks = own;
    const valid = evaluate(value, run);
    run.marks = outer;
    if (valid) outer?.add(own);
    return valid;
  };
}

function entering(evaluate: Check, resource: Resource): Check {
  return (value, run) => {
    if (run.scope.at(-1) === resource) return evaluate(value, run);
    run.scope.push(resource);
    const valid = evaluate(value, run);
    run.scope.pop();
    return valid;
  };
}
