import type { Encoding } from '../ir/encoding.js';
import type { Pins, Property, Shape } from '../ir/shape.js';
import type { Group } from './groups.js';

/** Encodings that are wanted at a path of the source, where the schema's own pins are these. */
export type PinsAt = (path: string, own?: Pins) => readonly Encoding[];

/** What a decision spends of the budgets that are counted, with references expanded. */
export interface Cost {
  readonly optional: number;
  readonly union: number;
}

/** One way in which a place can travel. */
export interface Form {
  /** Of the optional property, of the union, or of both, in this order. */
  readonly encodings: readonly Encoding[];
  readonly cost: Cost;
  /** What it costs the model: tokens of an answer, and readability counted as tokens. A whole number. */
  readonly price: number;
}

/** A decision to make: all places of a member at one path of its source, each of which travels the same way. */
export interface Item {
  /** Which member of the request: 0, 1, … */
  readonly member: number;
  /** JSON Pointer into the member's source. */
  readonly path: string;
  readonly properties: readonly Property[];
  readonly unions: readonly Shape[];
  /** The groups that its properties can be part of. */
  readonly groups: readonly Group[];
  /** The one that changes least first. */
  readonly forms: readonly [Form, ...Form[]];
  /** What was pinned here and cannot be. */
  readonly unkept: readonly Encoding[];
}

export type Decision = ReadonlyMap<Item, Form>;

/** What the plan decided for one document: the new form of optional properties and of unions; whatever is not named stays as it is. */
export interface Choice {
  readonly optionals: ReadonlyMap<Property, 'null' | 'list' | 'entries'>;
  readonly unions: ReadonlySet<Shape>;
}

/** What was decided for one member, in the terms of its document. */
export function choiceOf(decision: Iterable<readonly [Item, Form]>): Choice {
  const optionals = new Map<Property, 'null' | 'list' | 'entries'>();
  const unions = new Set<Shape>();
  for (const [item, { encodings }] of decision) {
    if (encodings.includes('lists')) for (const union of item.unions) unions.add(union);
    const absence = encodings.includes('nullable')
      ? 'null'
      : (['list', 'entries'] as const).find((each) => encodings.includes(each));
    if (absence) for (const property of item.properties) optionals.set(property, absence);
  }
  return { optionals, unions };
}
