import { typeName } from '../emit/type-names.js';
import type { Shape } from '../ir/shape.js';
import type { Change, CodeDifference } from './difference.js';
import type { SameCode } from './same-code.js';
import { Sameness } from './same-shape.js';
import type { Side } from './side.js';

/** Properties, and named types, that are gone while another one has come that says the very same. */
export function renames(before: Side, after: Side, changes: readonly Change[], sameCode: SameCode): CodeDifference['renamed'] {
  const same = (x: Shape, y: Shape) => new Sameness(before, after, sameCode).same(x, y);
  return [...properties(changes, same), ...types(before, after, same)];
}

function properties(changes: readonly Change[], same: (x: Shape, y: Shape) => boolean): CodeDifference['renamed'] {
  const came = changes.filter((change) => change.came === 'property');
  return changes.flatMap(({ path, gone, key, shape, within }) => {
    if (gone !== 'property' || !shape || key === undefined) return [];
    const twins = came.filter((other) => other.within === within && other.shape && same(shape, other.shape));
    const [twin] = twins;
    return twins.length === 1 && twin?.key !== undefined ? [{ path, from: key, to: twin.key }] : [];
  });
}

/** Only a JSON Schema's definitions become exported types. */
function types(before: Side, after: Side, same: (x: Shape, y: Shape) => boolean): CodeDifference['renamed'] {
  if (before.source.dialect !== 'json-schema' || after.source.dialect !== 'json-schema') return [];
  const [old, now] = [before.raw.definitions, after.raw.definitions];
  const came = [...now].filter(([name]) => !old.has(name));
  return [...old].flatMap(([name, shape]) => {
    const twin = now.has(name) ? undefined : came.find(([, other]) => same(shape, other));
    const [from, to] = [typeName(name), twin && typeName(twin[0])];
    return twin && to !== undefined && from !== to ? [{ path: twin[1].path, from, to }] : [];
  });
}
