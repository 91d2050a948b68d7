import type { OptionSpecs } from '../../options.js';
import type { Listing } from '../../report/listing.js';
import type { Work } from '../../work.js';
import type { Context } from '../command.js';

/** One of the commands that `check` does in one go. */
export interface Part<Specs extends OptionSpecs = OptionSpecs> {
  /** The options of `check` that are this part's. */
  readonly options: Specs;
  /**
   * What the part finds in schemas that are loaded already; undefined where it has nothing to do. Throws a `Failure` for options or settings that are wrong.
   */
  run(context: Context<Specs>, work: Work): Promise<Listing | undefined> | Listing | undefined;
}

/** Declares a part; its options' values are typed by their specifications. */
export function part<const Specs extends OptionSpecs>(definition: Part<Specs>): Part {
  return definition as unknown as Part;
}
