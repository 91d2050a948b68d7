import type { LiteralShape, ObjectShape, Shape } from '../../ir/shape.js';
import { type Asked, admits } from './admits.js';
import { arraysHold } from './arrays.js';
import { type Trail, within } from './gap.js';
import { objectsHold } from './objects.js';
import type { Prover } from './prover.js';
import { kindWords } from './reasons.js';

/** Whether what two shapes of one kind say of their parts holds. */
export function insideHolds(prover: Prover, from: Shape, to: Shape, trail: Trail | undefined, depth: number): boolean {
  const otherKind = () => prover.gap(from, to, trail, `${kindWords(from)} is written, and ${kindWords(to)} is read`);
  if (to.kind === 'any') {
    // Whether what is free-form takes more than JSON, no shape tells.
    if (prover.hasInstances(from)) return prover.gap(from, to, trail, 'values are written that JSON lacks');
    return to.of === undefined || kindOf(from) === 'object' || otherKind();
  }
  if (from.kind === 'any' && from.of === 'object' && to.kind === 'object')
    return objectsHold(prover, asObject(from), to, trail, depth);
  if (from.kind !== to.kind) return otherKind();
  switch (from.kind) {
    case 'number':
      return (
        prover.types || !(to as typeof from).integer || from.integer || prover.gap(from, to, trail, 'only whole numbers are read')
      );
    case 'array':
      return arraysHold(prover, from, to as typeof from, trail, depth);
    case 'object':
      return objectsHold(prover, from, to as typeof from, trail, depth);
    case 'instance': {
      const { type, parts } = to as typeof from;
      if (type !== from.type) return otherKind();
      return from.parts.every((part, index) =>
        prover.holds(part, parts[index] ?? part, within(trail, { kind: 'part', shape: from, index }), depth + 1),
      );
    }
    case 'coded':
    case 'all':
    case 'loose':
      return prover.gap(from, to, trail, 'it cannot be compared');
    default:
      return true;
  }
}

/** The JSON type of all values of a shape, where it is one. */
export function kindOf(shape: Shape): string {
  return shape.kind === 'any' && shape.of === 'object' ? 'object' : shape.kind;
}

function asObject(from: Shape): ObjectShape {
  const { path, facets } = from;
  const rest: Shape = { kind: 'any', path };
  return { kind: 'object', path, properties: [], patterns: [], rest, openness: 'explicit', ...(facets && { facets }) };
}

/** Whether each value of a list of literals is read. `settled`: what stands on `to` itself is proved already. */
export function valuesHold(prover: Prover, from: LiteralShape, to: Shape, trail: Trail | undefined, settled: boolean): boolean {
  const bare = settled && to.facets ? { ...to, facets: [] } : to;
  const asked: Asked = settled
    ? { ...prover.asked, hasCode: (path) => path !== to.path && prover.asked.hasCode(path) }
    : prover.asked;
  const answers = from.values.map((value) => ({ value, answer: admits(bare, value, asked) }));
  const wrong = answers.filter(({ answer }) => answer !== true);
  const [first] = wrong;
  if (first === undefined) return true;
  const refused = wrong.find(({ answer }) => answer === false);
  const why = refused
    ? `${JSON.stringify(refused.value)} is not read`
    : `whether ${JSON.stringify(first.value)} passes is not plain from the schema`;
  return prover.gap({ ...from, values: wrong.map(({ value }) => value) }, to, trail, why);
}
