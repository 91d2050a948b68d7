import { withFacet, withLoss } from '../../ir/attach.js';
import type { Shape } from '../../ir/shape.js';
import { refine } from './facets.js';
import { isPreprocess, type Reader } from './schema.js';

interface StringBool {
  readonly truthy?: readonly string[];
  readonly falsy?: readonly string[];
  readonly case?: string;
}

/** Only what goes in matters; `preprocess(f, X)` takes anything, but X is what its author expects. */
export const readPipe: Reader<'pipe'> = (def, { schema, path, key, mode, walk }) => {
  const { truthy, falsy, case: letters } = schema._zod.bag as StringBool;
  if (Array.isArray(truthy) && Array.isArray(falsy)) return words([...truthy, ...falsy], letters === 'sensitive', path);
  if (!isPreprocess(def)) return walk.read(def.in, path, key, mode);
  return withLoss(walk.read(def.out, path, key, mode), {
    path,
    keyword: 'preprocess',
    note: 'values of another form, which the preprocessing would bring into this one, cannot be said',
  });
};

function words(values: readonly string[], exact: boolean, path: string): Shape {
  if (exact) return { kind: 'literal', values: [...new Set(values)], path };
  return withFacet(
    { kind: 'string', path },
    refine(path, `One of ${values.map((value) => JSON.stringify(value)).join(', ')}, in capitals or not.`),
  );
}

export const readTransform: Reader<'transform'> = (_def, { path }) => ({ kind: 'any', path });
