import type { Compiled } from '../compiled.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Json } from '../ir/json.js';
import type { Shape } from '../ir/shape.js';
import type { Evidence, TargetProfile } from '../targets/profile.js';

export type Category = 'target' | 'budget' | 'fidelity' | 'answers' | 'privacy' | 'request' | 'tools' | 'suppressions';
export type Level = 'error' | 'warning' | 'info' | 'off';

/** A node of the source schema, as it was read. */
export interface Place {
  /** JSON Pointer into the source. */
  readonly path: string;
  readonly shape: Shape;
  /** The property that holds it, if one does. */
  readonly key: string | undefined;
  readonly required: boolean;
}

/** A schema, and all that compiling it tells. */
export interface Subject {
  /** Undefined where it can't be compiled: then `diagnostics` say why. */
  readonly compiled: Compiled | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly target: TargetProfile;
  /** Every node once, in the order of the schema. */
  readonly places: readonly Place[];
}

/** A change of the schema at a path that is safe to make without asking. */
export type Fix =
  | { readonly kind: 'set'; readonly keyword: string; readonly value: Json }
  /** The properties of an object in another order. */
  | { readonly kind: 'order'; readonly keys: readonly string[] };

/** What a rule has found. */
export interface Hit {
  readonly path: string;
  /** What is wrong, and why it matters. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** The change at `path` that does it, where that is safe. */
  readonly fix?: Fix;
}

/** What a rule says of itself. */
export interface About {
  /** Stable name, for levels, suppressions and `explain`. */
  readonly id: string;
  readonly category: Category;
  /** Level where none is set. */
  readonly level: Exclude<Level, 'off'>;
  /** What holds where nothing is found, in one sentence. */
  readonly law: string;
  /** Where the rule comes from. */
  readonly evidence: { readonly grade: Evidence; readonly source: string };
  /** Why it matters, an example, and what to do. */
  readonly page: string;
}

/** A rule about one schema; `request/rule.ts` has those about a whole request. */
export interface Rule extends About {
  check(subject: Subject): Iterable<Hit>;
}
