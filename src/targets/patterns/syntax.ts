import type { CharSet } from './char-set.js';

/** A regular expression as a tree; groups leave no trace but what `Feature` says. */
export type Expression =
  /** One character. `wild`: `.` or a negated class, which reach beyond the Basic Multilingual Plane. */
  | { readonly kind: 'set'; readonly set: CharSet; readonly wild: boolean }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'boundary' }
  | { readonly kind: 'look'; readonly body: Expression }
  | { readonly kind: 'backreference' }
  | { readonly kind: 'sequence'; readonly items: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly item: Expression; readonly min: number; readonly max: number };

/** Spellings that a subset may leave out. */
export type Feature =
  | 'lookaround'
  | 'named-group'
  | 'modifiers'
  | 'backreference'
  | 'boundary'
  | 'lazy'
  | 'property'
  /** `\u0041`, `\x41`, `\cA`, `\0`. */
  | 'code-escape'
  /** `\n`, `\t`, … */
  | 'control-escape'
  /** An escape that only patterns without the flag `u` may hold, such as `\@` or `\-` outside a class. */
  | 'identity-escape'
  | 'space-class'
  /** `\D`, `\W`, `\S`, or `\d`, `\w`, `\s` in a negated class. */
  | 'negated-class-escape'
  /** A character outside printable ASCII. */
  | 'not-ascii'
  /** A literal `{`, `}` or `]`. */
  | 'literal-bracket'
  /** `[` or a doubled operator inside a class, which other engines read as nesting or set operations. */
  | 'class-operator'
  /** A range that starts or ends with `\d` and the like. */
  | 'class-range'
  | 'empty-class'
  | 'empty-option'
  | 'quantified-assertion';

export interface Parsed {
  readonly expression: Expression;
  readonly features: ReadonlySet<Feature>;
}
