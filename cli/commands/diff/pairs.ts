import { basename } from 'node:path';
import type { LoadedSchema } from '../../load/load-target.js';

/** A schema as it was and as it is; one of the two is missing where it came or went. */
export interface Pair<Was = LoadedSchema, Is = LoadedSchema> {
  readonly before?: Was;
  readonly after?: Is;
}

interface Named {
  readonly schema: LoadedSchema;
}

/** Pairs the schemas of two loads by what `keyOf` says of each. */
export function pairedBy<Was, Is>(
  before: readonly Was[],
  after: readonly Is[],
  keyOf: (one: Was | Is) => string,
): Pair<Was, Is>[] {
  const was = new Map(before.map((one) => [keyOf(one), one]));
  const pairs = after.map((one): Pair<Was, Is> => {
    const twin = was.get(keyOf(one));
    was.delete(keyOf(one));
    return twin === undefined ? { after: one } : { before: twin, after: one };
  });
  return [...pairs, ...[...was.values()].map((one): Pair<Was, Is> => ({ before: one }))];
}

/** Pairs the schemas of two addresses: by export name, and of several files by file name too; two single ones in any case. */
export function pairedByName<Was extends Named, Is extends Named>(before: readonly Was[], after: readonly Is[]): Pair<Was, Is>[] {
  const [was, is] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && was && is) return [{ before: was, after: is }];
  const files = (list: readonly Named[]) => new Set(list.map(({ schema }) => schema.file)).size;
  const many = files(before) > 1 || files(after) > 1;
  return pairedBy(before, after, ({ schema }) => `${many ? basename(schema.file ?? '') : ''}${schema.suffix}`);
}
