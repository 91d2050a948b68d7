import { isPrimitive, type Json } from '../../ir/json.js';
import { recode } from '../../ir/recode.js';
import type { LiteralShape } from '../../ir/shape.js';
import type { Rule } from './rule.js';

const LONGEST = 60;

/** Literals that are objects or lists travel as labels: their number and their JSON text. */
export const literals: Rule = {
  name: 'literals',
  eliminates: (shape) => shape.kind === 'literal' && !shape.values.every(isPrimitive),
  lower: (shape) => {
    const { path, values } = shape as LiteralShape;
    const labels = values.map((value, index) => `${index + 1}: ${label(value)}`);
    return recode(shape, 'labels', { labels, values: values as Json[] }, { kind: 'literal', path, values: labels });
  },
};

function label(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
