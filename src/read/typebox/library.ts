import { load } from './load.js';

type Schema = object;

/** What is used of `typebox/value` and `typebox/format` (1.x). */
export interface LibraryV1 {
  Check(schema: Schema, value: unknown): boolean;
  Errors(schema: Schema, value: unknown): readonly ErrorV1[];
  HasCodec(schema: Schema): boolean;
  /** Since 1.0.81: decodes alone, where `Decode` also fills in defaults, converts and cleans. */
  readonly DecodeUnsafe?: (context: object, schema: Schema, value: unknown) => unknown;
  readonly formats?: { Get(format: string): unknown };
  /** The tests that TypeBox has of its own, to tell those that the user set. */
  readonly ownFormats?: ReadonlySet<unknown>;
}

export interface ErrorV1 {
  readonly keyword: string;
  readonly schemaPath: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message: string;
}

/** What is used of `@sinclair/typebox/value` and `@sinclair/typebox` (0.34). */
export interface LibraryV0 {
  Check(schema: Schema, value: unknown): boolean;
  readonly Value: { Errors(schema: Schema, value: unknown): Iterable<ErrorV0> };
  HasTransform(schema: Schema, references: Schema[]): boolean;
  TransformDecode(schema: Schema, references: Schema[], value: unknown): unknown;
  readonly TransformDecodeError: abstract new (...given: never[]) => { readonly path: string };
  readonly TypeRegistry?: Registry;
  readonly FormatRegistry?: Registry;
}

interface Registry {
  Has(name: string): boolean;
  Set(name: string, test: (schema: Schema, value: unknown) => boolean): void;
  Entries(): ReadonlyMap<string, unknown>;
}

export interface ErrorV0 {
  readonly schema: Schema;
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
  /** One list for each option of a union. */
  readonly errors: readonly Iterable<ErrorV0>[];
}

let v1: LibraryV1 | undefined;
let v0: readonly LibraryV0[] | undefined;

/**
 * Hands TypeBox over where it can't be found by itself, as in a bundle without `node_modules`:
 * `provideTypeBox(await import('typebox/value'))`, or for 0.34
 * `provideTypeBox(await import('@sinclair/typebox/value'), await import('@sinclair/typebox'))`.
 */
export function provideTypeBox(...modules: readonly object[]): void {
  const all = Object.assign({}, ...modules) as Partial<LibraryV0 & LibraryV1>;
  if (all.TransformDecode) v0 = [all as LibraryV0];
  else if (all.HasCodec) v1 = all as LibraryV1;
  else throw new TypeError('provideTypeBox needs the module typebox/value or @sinclair/typebox/value.');
}

export function libraryV1(): LibraryV1 | undefined {
  v1 ??= load((require) => ({ ...(require('typebox/value') as LibraryV1), ...formatsOf(require) }));
  return v1;
}

function formatsOf(require: NodeJS.Require): Pick<LibraryV1, 'formats' | 'ownFormats'> {
  try {
    const formats = require('typebox/format') as NonNullable<LibraryV1['formats']>;
    return { formats, ownFormats: new Set(Object.values(formats)) };
  } catch {
    return {};
  }
}

/** Of two copies, CommonJS and ESM, the one in which the user registered formats and kinds. */
export function libraryV0(): LibraryV0 | undefined {
  v0 ??= load(copiesOf);
  if (!v0 || v0.length < 2) return v0?.[0];
  return v0.reduce((best, other) => (registered(other) > registered(best) ? other : best));
}

function registered({ TypeRegistry, FormatRegistry }: LibraryV0): number {
  return (TypeRegistry?.Entries().size ?? 0) + (FormatRegistry?.Entries().size ?? 0);
}

function copiesOf(require: NodeJS.Require): readonly LibraryV0[] {
  const root = require.resolve('@sinclair/typebox');
  const value = require.resolve('@sinclair/typebox/value');
  const read = (rootFile: string, valueFile: string) =>
    ({ ...(require(rootFile) as object), ...(require(valueFile) as object) }) as LibraryV0;
  const wasRequired = Object.hasOwn(require.cache, root);
  const copies: LibraryV0[] = [];
  if (wasRequired) copies.push(read(root, value));
  try {
    copies.push(read(esm(root), esm(value)));
  } catch {
    if (!wasRequired) copies.push(read(root, value));
  }
  return copies;
}

function esm(file: string): string {
  return file.replace(/([\\/])cjs([\\/].*)\.js$/, '$1esm$2.mjs');
}
