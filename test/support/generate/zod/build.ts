import { z } from 'zod';
import { drawFrom } from '../../draw.js';
import { inputFor } from './input.js';
import { leafNamed } from './leaves.js';
import type { Plan, Via, Wrapper } from './plan.js';

const RECORD_KEYS = { enum: z.enum(['a', 'b', '__proto__x']), pattern: z.string().regex(/^k/) };

function shapeOf(fields: readonly (readonly [string, Plan])[]): Record<string, z.ZodType> {
  return Object.fromEntries(fields.map(([key, plan]) => [key, build(plan)]));
}

/** The Zod schema that a plan describes; a new one each time. */
export function build(plan: Plan): z.ZodType {
  switch (plan.kind) {
    case 'leaf':
      return leafNamed(plan.leaf).make();
    case 'literal':
      return z.literal([...plan.values]);
    case 'enum':
      return z.enum([...plan.values]);
    case 'array': {
      const list = z.array(build(plan.item)).min(plan.min ?? 0);
      return plan.max === undefined ? list : list.max(plan.max);
    }
    case 'tuple': {
      const items = plan.items.map(build) as [z.ZodType, ...z.ZodType[]];
      return plan.rest === undefined ? z.tuple(items) : z.tuple(items, build(plan.rest));
    }
    case 'object': {
      const shape = shapeOf(plan.fields);
      if (plan.mode === 'strict') return z.strictObject(shape);
      if (plan.mode === 'loose') return z.looseObject(shape);
      return plan.mode === 'catchall' ? z.object(shape).catchall(z.number()) : z.object(shape);
    }
    case 'record':
      return recordOf(plan.keys, build(plan.value));
    case 'map':
      return z.map(build(plan.key), build(plan.value));
    case 'set':
      return z.set(build(plan.item));
    case 'union':
      return z.union(plan.options.map(build) as [z.ZodType, ...z.ZodType[]]);
    case 'xor':
      return z.xor(plan.options.map(build) as [z.ZodType, ...z.ZodType[]]);
    case 'discriminated': {
      const options = plan.options.map((fields, index) => z.object({ ...shapeOf(fields), [plan.tag]: z.literal(`k${index}`) }));
      return z.discriminatedUnion(plan.tag, options as never);
    }
    case 'intersection':
      return z.intersection(z.object(shapeOf(plan.left)), z.object(shapeOf(plan.right)));
    case 'wrapped':
      return wrap(build(plan.inner), plan.by, plan.inner);
    case 'tree':
      return tree(plan.via, plan.value);
  }
}

function recordOf(keys: Extract<Plan, { kind: 'record' }>['keys'], value: z.ZodType): z.ZodType {
  if (keys === 'enum') return z.record(RECORD_KEYS.enum, value);
  if (keys === 'partial') return z.partialRecord(RECORD_KEYS.enum, value);
  if (keys === 'number') return z.record(z.number(), value);
  if (keys === 'pattern') return z.record(RECORD_KEYS.pattern, value);
  return keys === 'loose' ? z.looseRecord(RECORD_KEYS.pattern, value) : z.record(z.string(), value);
}

function wrap(inner: z.ZodType, by: Wrapper, plan: Plan): z.ZodType {
  switch (by) {
    case 'optional':
      return inner.optional();
    case 'nullable':
      return inner.nullable();
    case 'nullish':
      return inner.nullish();
    case 'exactOptional':
      return z.exactOptional(inner);
    case 'readonly':
      return inner.readonly();
    case 'brand':
      return inner.brand('Brand');
    case 'described':
      return inner.describe('What it is.').meta({ title: 'Title' });
    case 'refined':
      return inner.refine((value) => value !== 'red', 'must not be red');
    case 'piped':
      return inner.pipe(z.any());
    case 'transformed':
      return inner.transform((value) => ({ wrapped: value }));
    case 'codec':
      return z.codec(inner, z.any(), {
        decode: (value) => [value],
        encode: (value: unknown) => (value as unknown[])[0] as never,
      });
    case 'preprocessed':
      return z.preprocess((value) => value, inner);
    case 'catch':
      return inner.catch(null as never);
    case 'default':
    case 'prefault': {
      const value = goodInput(inner, plan);
      if (value === undefined) return inner;
      return by === 'prefault' ? inner.prefault(value as never) : inner.default(inner.parse(value) as never);
    }
    case 'lazy':
      return z.lazy(() => inner);
  }
}

function goodInput(schema: z.ZodType, plan: Plan): unknown {
  for (let seed = 0; seed < 5; seed++) {
    const value = inputFor(plan, drawFrom(seed), 3);
    if (value !== undefined && schema.safeParse(value).success) return value;
  }
  return undefined;
}

function tree(via: Via, value: Plan): z.ZodType {
  const own = (): z.ZodType => build(value);
  if (via === 'lazy') {
    const node: z.ZodType = z.lazy(() => z.object({ value: own(), next: node.optional() }));
    return node;
  }
  if (via === 'union') {
    const node: z.ZodType = z.lazy(() => z.union([z.object({ left: node, right: node }), z.object({ value: own() })]));
    return node;
  }
  if (via === 'mutual') {
    const folder = z.object({
      id: own(),
      get files() {
        return z.array(file);
      },
    });
    const file = z.object({
      name: z.string(),
      get parent(): z.ZodType {
        return folder.optional();
      },
    });
    return folder;
  }
  const node: z.ZodType = z.object({
    value: own(),
    get next(): z.ZodType {
      if (via === 'array') return z.array(node);
      if (via === 'optional') return node.optional();
      if (via === 'nullable') return node.nullable();
      if (via === 'record') return z.record(z.string(), node);
      if (via === 'map') return z.map(z.string(), node);
      return z.tuple([z.string(), node]).nullable();
    },
  });
  return node;
}
