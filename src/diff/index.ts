import type { Compiled } from '../compiled.js';
import { sameJson } from '../ir/equal.js';
import { changesOf } from './changes/index.js';
import { codeDifference } from './code.js';
import { dataDifference } from './data.js';
import type { Difference, DiffOptions } from './difference.js';
import { Side } from './side.js';
import { wireDifference } from './wire.js';

export type {
  Change,
  CodeDifference,
  DataDifference,
  Difference,
  DiffOptions,
  Verdict,
  WireDifference,
  Witness,
} from './difference.js';

/**
 * What a change of a schema does: to the grammar cache and to cached prompts, to stored answers in both directions, to the
 * TypeScript type. What is compatible is proved, what breaks is shown by a value, and what cannot be decided says why.
 *
 * The values looked at are those that can be said of a schema: undeclared properties that it lets pass by silence, or drops, do
 * not count, nor what `z.coerce` or a `.catch` would mend. Both schemas must be compiled with the same options.
 */
export function diff(before: Compiled, after: Compiled, options: DiffOptions = {}): Difference {
  const wire = wireDifference(before, after);
  if (options.unchanged || isSame(before, after)) return { changes: [], wire, ...SAME };
  const sameCode = options.sameCode ?? ((one, other) => one === other);
  const [was, now] = [new Side(before), new Side(after)];
  const changes = changesOf(was, now, sameCode);
  return { changes, wire, data: dataDifference(was, now, sameCode, options), code: codeDifference(was, now, sameCode, changes) };
}

/** The same object, or the same JSON Schema: then there is no need to understand it. */
function isSame({ schema, source }: Compiled, { schema: other, source: twin }: Compiled): boolean {
  if (schema === other) return true;
  return source.jsonSchema !== undefined && source.jsonSchema.dialect === twin.jsonSchema?.dialect && sameJson(schema, other);
}

const COMPATIBLE = { verdict: 'compatible' } as const;
const SAME = {
  data: { backward: COMPATIBLE, forward: COMPATIBLE, texts: { backward: COMPATIBLE, forward: COMPATIBLE } },
  code: { type: 'same', removed: [], renamed: [] },
} as const;
