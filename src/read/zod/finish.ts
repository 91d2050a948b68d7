import type { Finished, Issue, Source, Step } from '../source.js';
import { mayCatch, mayWait } from './parts.js';
import { collect, collectAsync } from './repairs.js';
import type { Schema } from './schema.js';
import { thrownWords } from './thrown.js';

interface ZodIssue {
  readonly code?: string;
  readonly message?: string;
  readonly path?: readonly PropertyKey[];
  readonly errors?: readonly (readonly ZodIssue[])[];
}

type Result = { readonly value: unknown } | { readonly issues: readonly ZodIssue[] };

/** Runs the user's own schema over a lifted value, and says in words what came of it. */
export function finisher(schema: Schema): Pick<Source, 'finish' | 'finishAsync'> {
  let catches: boolean | undefined;
  const mended = (): boolean => {
    catches ??= mayCatch(schema);
    return catches;
  };
  let waits: boolean | undefined;
  const finish = (value: unknown): Finished => {
    try {
      const result = parse(schema, value);
      if ('issues' in result) return { issues: issuesOf(result.issues, value) };
      return finished(result.value, mended() ? collect(schema, value) : []);
    } catch (error) {
      return threw(plainly(schema, value, error));
    }
  };
  return {
    finish,
    async finishAsync(value) {
      try {
        // Waiting at every node takes twice as long, so it is done only where there may be something to wait for.
        waits ??= mayWait(schema);
        if (!waits) return finish(value);
        const result = await parseAsync(schema, value);
        if ('issues' in result) return { issues: issuesOf(result.issues, value) };
        return finished(result.value, mended() ? await collectAsync(schema, value) : []);
      } catch (error) {
        return threw(error);
      }
    },
  };
}

interface SafeResult {
  readonly success: boolean;
  readonly data?: unknown;
  readonly error?: { readonly issues: readonly ZodIssue[] };
}
interface Parser {
  readonly safeParse?: (value: unknown, how?: { readonly jitless: true }) => SafeResult;
  readonly safeParseAsync?: (value: unknown) => Promise<SafeResult>;
  readonly '~standard': { validate(value: unknown): unknown };
}

function parse(schema: Schema, value: unknown): Result {
  const parser = schema as unknown as Parser;
  if (typeof parser.safeParse === 'function') return resultOf(parser.safeParse(value));
  // Schemas of the bare core have no methods; only the Standard Schema interface puts their issues into words.
  const payload = schema._zod.run({ value, issues: [] }, { async: false });
  if (payload instanceof Promise) {
    payload.catch(() => undefined);
    throw new AsyncSchema();
  }
  return payload.issues.length === 0 ? { value: payload.value } : (parser['~standard'].validate(value) as Result);
}

/** The code that Zod generates stumbles over the promise of a transform; without that code Zod says what it is. */
function plainly(schema: Schema, value: unknown, error: unknown): unknown {
  if (!(error instanceof TypeError)) return error;
  try {
    (schema as unknown as Parser).safeParse?.(value, { jitless: true });
    return error;
  } catch (again) {
    return again;
  }
}

async function parseAsync(schema: Schema, value: unknown): Promise<Result> {
  const parser = schema as unknown as Parser;
  if (typeof parser.safeParseAsync === 'function') return resultOf(await parser.safeParseAsync(value));
  return (await parser['~standard'].validate(value)) as Result;
}

function resultOf(result: SafeResult): Result {
  return result.success ? { value: result.data } : { issues: result.error?.issues ?? [] };
}

function finished(value: unknown, repairs: NonNullable<Extract<Finished, { repairs?: unknown }>['repairs']>): Finished {
  return repairs.length > 0 ? { value, repairs } : { value };
}

class AsyncSchema extends Error {}

function threw(error: unknown): Finished {
  const message = thrownWords(error);
  if (error instanceof AsyncSchema || message.startsWith('Encountered Promise during synchronous parse'))
    return {
      issues: [
        {
          path: [],
          code: 'async-schema',
          message: 'The schema holds asynchronous checks or transforms. Use `parseAsync` or `decodeAsync`.',
        },
      ],
    };
  if (error instanceof RangeError)
    return { issues: [{ path: [], code: 'too-deep', message: `The value is nested too deep to be checked: ${message}` }] };
  return { issues: [{ path: [], code: 'user-code-threw', message: `The schema's own code threw an error: ${message}` }] };
}

function issuesOf(issues: readonly ZodIssue[], value: unknown): Issue[] {
  return issues.flatMap((issue) => issueOf(issue, [], value));
}

function issueOf(issue: ZodIssue, base: readonly Step[], value: unknown): Issue[] {
  const path = [...base, ...(issue.path ?? []).map((step) => (typeof step === 'symbol' ? String(step) : step))];
  const closest = closestOption(issue);
  if (closest) return closest.flatMap((nested) => issueOf(nested, path, value));
  const found = valueAt(value, path);
  return [{ path, code: 'finish', message: issue.message ?? 'Invalid input', ...(found && { value: found.value }) }];
}

/** "Invalid input" helps nobody: where one option of a union fits but for something inside it, that is what is wrong. */
function closestOption({ code, errors }: ZodIssue): readonly ZodIssue[] | undefined {
  if (code !== 'invalid_union' || !errors) return undefined;
  const inside = errors.filter((option) => option.length > 0 && option.every(({ path }) => (path?.length ?? 0) > 0));
  return inside.length === 1 ? inside[0] : undefined;
}

function valueAt(value: unknown, path: readonly Step[]): { readonly value: unknown } | undefined {
  let here = value;
  for (const step of path) {
    if (here instanceof Map && here.has(step)) here = here.get(step);
    else if (typeof here === 'object' && here !== null && Object.hasOwn(here, step)) here = here[step as keyof typeof here];
    else return undefined;
  }
  return { value: here };
}
