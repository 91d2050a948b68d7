import type { Fate } from '../compiled.js';
import { hasKind } from '../ir/admits.js';
import { sameJson } from '../ir/equal.js';
import type { Shape } from '../ir/shape.js';
import {
  ARRAY,
  COMBINATOR,
  CONDITION,
  GROUP,
  LITERAL,
  NUMBER,
  OBJECT,
  REFERENCE,
  STRING,
} from '../read/json-schema/vocabulary.js';

export interface Verdict {
  readonly fate: Fate;
  readonly note?: string;
}

const SENT: Verdict = { fate: 'sent' };
const ENCODED: Verdict = { fate: 'encoded' };
const CHECKED: Verdict = { fate: 'checked' };
const UNBOUND: Verdict = { fate: 'inert', note: 'bears on no value of the types allowed here' };

/** The fate of a keyword that is neither narrowed, checked nor a sent facet, from the lowered shapes of its node. */
export function fateOf(keyword: string, shapes: readonly Shape[]): Verdict {
  const coded = shapes.some((shape) => shape.kind === 'coded');
  switch (keyword) {
    case 'description':
      return SENT;
    case '$defs':
    case 'definitions':
      return { fate: 'inert', note: 'a shelf for definitions; each has its own fate' };
    case 'default':
      return coded
        ? ENCODED
        : shapes.some(sendsDefault)
          ? SENT
          : { fate: 'inert', note: 'an annotation that is not valid on the wire' };
    case 'examples':
    case 'example':
      return { fate: 'inert', note: 'an annotation; sent where it is valid on the wire' };
    case 'bascule':
    case 'x-bascule':
      return { fate: 'inert', note: 'asks something of the plan; not sent' };
    case 'type':
    case 'enum':
    case 'const':
      return coded || shapes.some((shape) => shape.kind === 'literal' && keyword === 'type') ? weak(keyword, shapes) : SENT;
    case 'nullable':
      return ENCODED;
    case 'properties':
    case 'required':
      return coded || !shapes.some((shape) => shape.kind === 'object') ? ENCODED : SENT;
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return coded || shapes.some((shape) => shape.kind !== 'object') ? ENCODED : SENT;
    case 'items':
      return coded || !shapes.some((shape) => shape.kind === 'array') ? ENCODED : SENT;
    case 'anyOf':
      return shapes.some((shape) => shape.kind === 'union') && !coded ? SENT : ENCODED;
    case 'uniqueItems':
      return UNBOUND;
  }
  const group = GROUP.get(keyword) ?? 0;
  if (group & REFERENCE) return shapes.some((shape) => shape.kind === 'ref') ? SENT : ENCODED;
  if (group & CONDITION) return CHECKED;
  if (group & COMBINATOR) return ENCODED;
  if (group & (STRING | NUMBER))
    return shapes.some((shape) => shape.kind === 'literal' || shape.kind === 'coded') ? ENCODED : UNBOUND;
  if (group & (ARRAY | OBJECT | LITERAL))
    return shapes.some((shape) => shape.kind === 'coded' || shape.kind === 'literal') ? ENCODED : UNBOUND;
  return CHECKED;
}

function sendsDefault(shape: Shape): boolean {
  const value = shape.notes?.default;
  return (
    value !== undefined &&
    (shape.kind === 'literal' ? shape.values.some((candidate) => sameJson(candidate, value)) : hasKind(shape, value))
  );
}

function weak(keyword: string, shapes: readonly Shape[]): Verdict {
  if (shapes.some((shape) => shape.kind === 'coded')) return ENCODED;
  return keyword === 'type' ? SENT : ENCODED;
}
