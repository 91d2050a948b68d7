import type { Written } from './written.js';

/** Where the parts of a schema stand in the call that makes it. */
export interface Parts {
  /** Object literals that hold properties; of several the first one that has it counts. */
  readonly fields?: readonly (Written | undefined)[];
  /** Object literals of which only the keys matter: other properties are gone, or these are. */
  readonly only?: Written | undefined;
  readonly without?: Written | undefined;
  /** Schemas at paths below. */
  readonly at?: { readonly [path: string]: Written | undefined };
  /** List literals of schemas, by the keyword they stand for. */
  readonly lists?: { readonly [keyword: string]: Written | undefined };
  /** Literals whose keys are keywords. */
  readonly options?: Written | undefined;
  /** Schemas that stand at the same path; of several the first one that has a part counts. */
  readonly same?: readonly (Written | undefined)[];
}

/** The arguments of a call by position; negative counts from the end. */
export type Arguments = (index: number) => Written | undefined;

/** A kind of call: what it makes of its arguments, and of the schema whose method it is. */
export type Maker = (argument: Arguments, self: Written | undefined) => Parts;
