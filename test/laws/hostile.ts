import { expect } from 'vitest';
import type { Compiled, Decoded } from '../../src/compiled.js';
import { compile, EncodeError, SchemaError } from '../../src/index.js';
import type { Json } from '../../src/ir/json.js';

export const DEEP = 10_000;

export function nested(depth: number, leaf: Json, wrap: (inner: Json) => Json): Json {
  let node = leaf;
  for (let level = 0; level < depth; level++) node = wrap(node);
  return node;
}

/** Compiles, or is refused with findings; anything else is a failure. */
export function compiledOrRefused(schema: unknown): Compiled | undefined {
  try {
    return compile<unknown>(schema);
  } catch (error) {
    expect(error).toBeInstanceOf(SchemaError);
    const { diagnostics } = error as SchemaError;
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const finding of diagnostics)
      expect(finding).toMatchObject({
        code: expect.stringMatching(/^[a-z-]+$/),
        path: expect.any(String),
        message: expect.stringMatching(/./),
      });
    return undefined;
  }
}

export function refusal(schema: unknown): readonly string[] {
  try {
    compile<unknown>(schema);
  } catch (error) {
    expect(error).toBeInstanceOf(SchemaError);
    return (error as SchemaError).diagnostics.map((finding) => finding.code);
  }
  throw new Error('it compiled');
}

export function issuesOf(answer: Decoded<unknown>): NonNullable<Decoded<unknown>['issues']> {
  expect(answer.issues?.length).toBeGreaterThan(0);
  return answer.issues ?? [];
}

export function encodeError(run: () => unknown): void {
  let thrown: unknown;
  try {
    run();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(EncodeError);
  expect((thrown as EncodeError).issues.length).toBeGreaterThan(0);
}
