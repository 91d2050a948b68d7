import type { Shape } from '../ir/shape.js';
import type { Issue } from '../read/source.js';

/** One thing that a schema says otherwise than before. */
export interface Change {
  /** JSON Pointer into the new schema; into the old one for what is gone. */
  readonly path: string;
  /** A sentence without its full stop: "the property is new and optional". */
  readonly words: string;
  /** Only words for people and for the model changed. */
  readonly note?: true;
  /** What is no longer there, or new. */
  readonly gone?: 'property';
  readonly came?: 'property';
  /** Of such a property: its key, its shape, and the path of the object that holds it. */
  readonly key?: string;
  readonly shape?: Shape;
  readonly within?: string;
}

/** A value that shows what a change breaks. */
export interface Witness {
  /** What the one schema takes and the other does not: JSON, but for what a library reads as dates, maps and the like. */
  readonly value: unknown;
  /** For texts: the answer as the model writes it. */
  readonly text?: string;
  /** What the other side says of it. */
  readonly issues: readonly Issue[];
}

/** Compatible by proof, broken by counterexample, or undecided, with the reason. */
export type Verdict =
  | { readonly verdict: 'compatible' }
  | { readonly verdict: 'breaks'; readonly witness: Witness; readonly path: string }
  | { readonly verdict: 'undecided'; readonly reason: string; readonly path: string; readonly tried: number };

/** Whether what one side wrote can be read by the other. */
export interface DataDifference {
  /** Values that the old schema finished, under the new one. */
  readonly backward: Verdict;
  /** Values of the new schema under the old reader. */
  readonly forward: Verdict;
  /** The same for answers kept as the text that the model wrote. */
  readonly texts: { readonly backward: Verdict; readonly forward: Verdict };
}

export interface WireDifference {
  /** The grammar is compiled anew: the wire schema differs beyond names and descriptions. */
  readonly grammar: boolean;
  /** Cached prompts are lost: anything sent differs. */
  readonly prompt: boolean;
}

export interface CodeDifference {
  /** What the TypeScript type became: it takes more, less, neither more nor less, or nobody can tell. */
  readonly type: 'same' | 'wider' | 'narrower' | 'changed' | 'undecided';
  /** A value of the new type that the old one has not, or the other way round where it is narrower. */
  readonly witness?: unknown;
  readonly reason?: string;
  /** Properties that code may read and that are gone. */
  readonly removed: readonly string[];
  /** Properties and named types that go under another name now. */
  readonly renamed: readonly { readonly path: string; readonly from: string; readonly to: string }[];
}

export interface Difference {
  readonly changes: readonly Change[];
  readonly wire: WireDifference;
  readonly data: DataDifference;
  readonly code: CodeDifference;
}

export interface DiffOptions {
  /** Whether two functions do the same. Default: only if they are the same one. */
  readonly sameCode?: (before: unknown, after: unknown) => boolean;
  /** Nothing that the schemas are made of changed: what cannot be compared is the same, too. Default `false`. */
  readonly unchanged?: boolean;
  /** Most values tried in search of a counterexample, for each direction. Default 2000. */
  readonly tries?: number;
}
