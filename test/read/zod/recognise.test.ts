import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as mini from 'zod/mini';
import { z as z3 } from 'zod/v3';
import { isZod, isZod3 } from '../../../src/read/zod/index.js';

describe('what is taken for a Zod schema', () => {
  it.each([
    ['Zod 4', z.string(), true, false],
    ['zod/mini', mini.object({}), true, false],
    ['a function schema', z.function(), true, false],
    ['Zod 3', z3.object({ a: z3.string() }), false, true],
    ['JSON Schema', { type: 'string' }, false, false],
    ['a property of that name', { _zod: true }, false, false],
    ['null', null, false, false],
    ['text', 'z.string()', false, false],
    ['a function', () => z.string(), false, false],
  ])('%s', (_, value, four, three) => {
    expect([isZod(value), isZod3(value)]).toEqual([four, three]);
  });
});
