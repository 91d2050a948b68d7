import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { literal } from '../../src/emit/literal.js';
import { literalType } from '../../src/emit/literal-type.js';
import { comment, quote } from '../../src/emit/text.js';
import { type Json, setOwn } from '../../src/ir/json.js';
import { TEXTS } from './hostile.js';
import '../support/seed.js';

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...TEXTS), { maxLength: 3 }).map((parts) => parts.join('')),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 5 }),
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(-0, 1e21, 1e-7, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE),
);
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 30 }),
    fc.array(fc.tuple(text, tie('json')), { maxLength: 8 }).map((entries) => {
      const value: { [key: string]: Json } = {};
      for (const [key, held] of entries) setOwn(value, key, held);
      return value;
    }),
  ),
}));

const evaluated = (code: string): unknown => new Function(`"use strict"; return ${code};`)();

/** The same JSON value: own keys in the same order, ordinary prototypes, -0 apart from 0. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return Object.is(a, b);
  if (Array.isArray(a) !== Array.isArray(b) || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const keys = Object.keys(a);
  return (
    sameKeys(keys, Object.keys(b)) &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

describe('a literal', () => {
  test('evaluates to the value', () => {
    fc.assert(
      fc.property(json, (value) => same(evaluated(literal(value)), value)),
      { numRuns: 3000 },
    );
  });

  test('is an expression of TypeScript too, in a module', () => {
    fc.assert(
      fc.property(json, (value) => {
        const { outputText, diagnostics = [] } = ts.transpileModule(`export const value = ${literal(value)} as const;`, {
          reportDiagnostics: true,
          compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
        });
        const exports: { value?: unknown } = {};
        new Function('exports', outputText)(exports);
        return diagnostics.length === 0 && same(exports.value, value);
      }),
      { numRuns: 300 },
    );
  });

  test('holds no raw line separator, markup or lone surrogate, and survives UTF-8', () => {
    fc.assert(
      fc.property(json, (value) => {
        const code = literal(value);
        expect(code).not.toMatch(/[\u2028\u2029]|<\/|<!|[\u0000-\u0009\u000b-\u001f]/);
        expect(Buffer.from(code).toString()).toBe(code);
      }),
    );
  });

  test('keeps short values on one line and long ones within the margin', () => {
    expect(literal({ a: 1, 'b-c': ['x', null, true], d: {}, e: [] })).toBe('{ a: 1, "b-c": ["x", null, true], d: {}, e: [] }');
    const long = literal({ list: Array.from({ length: 40 }, (_, index) => ({ index, name: `item ${index}` })) });
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  test('of a deep value stays in proportion to it', () => {
    let value: Json = 1;
    for (let depth = 0; depth < 1000; depth++)
      value =
        depth % 2 ? [value, 'padding that keeps it from one line'] : { deep: value, also: 'padding that keeps it from one line' };
    expect(literal(value).length).toBeLessThan(250_000);
    expect(same(evaluated(literal(value)), value)).toBe(true);
  });
});

describe('a quoted text', () => {
  test('is one token', () => {
    fc.assert(fc.property(text, (value) => evaluated(quote(value)) === value));
  });
});

describe('a comment', () => {
  test('ends where it should and hides everything in it', () => {
    fc.assert(
      fc.property(text, (value) => evaluated(`(${comment(value, '  ')}  7)`) === 7),
      { numRuns: 2000 },
    );
  });

  test('holds no directive, for TypeScript or in markup', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...TEXTS, '@ts-ignore', '@ts-expect-error', '@ts-nocheck', '\n', '\r', ' ', '*', '/'), {
          maxLength: 6,
        }),
        (parts) => {
          const file = ts.createSourceFile(
            'a.ts',
            `${comment(parts.join(''))}export const a = 1;`,
            ts.ScriptTarget.ES2022,
          ) as ts.SourceFile & { readonly commentDirectives?: readonly unknown[]; readonly checkJsDirective?: unknown };
          expect(file.commentDirectives ?? []).toEqual([]);
          expect(file.checkJsDirective).toBeUndefined();
          expect(file.text).not.toMatch(/<\/|<!/);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('reads well', () => {
    expect(comment('One line.')).toBe('/** One line. */\n');
    expect(comment('\n One.\n\n  Two.  \n', '  ')).toBe('  /**\n   *  One.\n   *\n   *   Two.\n   */\n');
    expect(comment(' \n ')).toBe('');
  });
});

describe('a literal type', () => {
  test('is the type of the value', () => {
    const options = { target: ts.ScriptTarget.ES2022, strict: true, noEmit: true };
    const values: Json[] = [...TEXTS, 0, -1, 1.5, 1e21, true, null, [1, 'a'], { a: 1, 'b c': [null] }, {}, []];
    const lines = values.map((value, index) => `export const v${index}: ${literalType(value)} = ${literal(value)};`).join('\n');
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, version) => (name === 'a.ts' ? ts.createSourceFile(name, lines, version) : read(name, version));
    const program = ts.createProgram({ rootNames: ['a.ts'], options, host });
    expect(program.getSemanticDiagnostics(program.getSourceFile('a.ts')).map(({ messageText }) => messageText)).toEqual([]);
  });
});
