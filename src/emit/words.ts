import { argument } from '../codecs/codec.js';
import { codecHint } from '../codecs/hints.js';
import type { Property, Shape } from '../ir/shape.js';
import { hints } from '../keywords/index.js';

/** What the model is told in words about a node: its description, then what is only checked, then its form. */
export function wordsOf(shape: Shape, inherited: readonly string[]): readonly string[] {
  const words = [...inherited];
  if (shape.notes?.description) words.push(shape.notes.description);
  if (shape.checked) words.push(...hints(shape.checked, seenThrough(shape)));
  if (shape.kind === 'coded') {
    const hint = codecHint(shape);
    if (hint !== undefined) words.push(hint);
  }
  return words;
}

/** Words about a property that travels otherwise than an ordinary one. */
export function wordsOfProperty(owner: Shape, property: Property): readonly string[] {
  if (owner.kind !== 'coded' || owner.codec !== 'fields') return [];
  const { fields } = argument<{ fields: { key: string; name?: string; role?: string; absence?: string; fallback?: unknown }[] }>(
    owner,
  );
  const field = fields.find((candidate) => candidate.key === property.key);
  if (!field) return [];
  const words: string[] = [];
  if (field.name !== undefined && field.name !== '__proto__')
    words.push(`Stands for the property ${JSON.stringify(field.name)}.`);
  if (field.role === 'entries') words.push('Further properties, one entry each, no key twice.');
  if (field.absence === 'null') words.push('null if absent.');
  if (field.absence === 'list') words.push('A list of one item, or an empty list if absent.');
  if (field.absence === 'fallback') {
    const text = JSON.stringify(field.fallback);
    if (text.length <= 80) words.push(`Default: ${text}.`);
  }
  return words;
}

export function join(words: readonly string[]): string | undefined {
  let text = '';
  for (const word of words) {
    const part = word.trim();
    if (part === '' || text.endsWith(part)) continue;
    if (text === '') text = part;
    else text += `${/[.!?:;…)\]}"'`]$/.test(text) ? '' : '.'} ${part}`;
  }
  return text === '' ? undefined : text;
}

function seenThrough(shape: Shape): Shape {
  return shape.kind === 'coded' && shape.wire.kind !== 'object' ? shape.wire : shape;
}
