import { compile, SchemaError } from 'bascule';
import type * as runtime from 'bascule/runtime';
import { z } from 'zod';

const zod = compile(z.object({ total: z.number() })).decode(null);
if (zod.issues === undefined) zod.value.total satisfies number;

export type Runtime = keyof typeof runtime;
export const isOurs = (error: unknown): boolean => error instanceof SchemaError;
