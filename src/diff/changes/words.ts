import type { Shape } from '../../ir/shape.js';
import { kindWords } from '../includes/reasons.js';

const MOST = 80;

/** A constant of the schema, short. */
export function shown(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = undefined;
  }
  if (text === undefined) return 'a value';
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}

export function shapeWords(shape: Shape): string {
  if (shape.kind === 'union') return shape.options.length > 4 ? kindWords(shape) : shape.options.map(kindWords).join(' or ');
  return kindWords(shape);
}

/** `a, b and c`, of many only the first. */
export function several(values: readonly unknown[]): string {
  const texts = values.slice(0, 6).map(shown);
  if (values.length > 6) return `${texts.join(', ')} and ${values.length - 6} more`;
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}
