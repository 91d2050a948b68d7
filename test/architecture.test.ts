import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What a room may import at run time; the longest name that a file's path starts with counts. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  'ir/': [],
  'diagnostics/': [],
  'targets/': ['ir/'],
  'keywords/': ['ir/', 'targets/patterns/'],
  'codecs/': ['ir/', 'answer/json-text.ts'],
  'plan/': ['ir/'],
  'passes/': ['ir/', 'plan/', 'targets/patterns/'],
  'finish/': ['ir/', 'targets/patterns/', 'read/typebox/', 'read/zod/finish.ts'],
  'finish/json-schema/': ['ir/', 'targets/patterns/'],
  'read/': ['ir/', 'finish/json-schema/'],
  'answer/': ['ir/', 'codecs/'],
  'ledger/': ['ir/', 'keywords/', 'read/json-schema/vocabulary.ts'],
  'emit/': ['ir/', 'codecs/', 'keywords/', 'answer/', 'passes/', 'diagnostics/', 'finish/json-schema/standalone.ts'],
  'client/': ['ir/', 'codecs/', 'answer/', 'targets/', 'diagnostics/', 'plan/', 'emit/tool.ts'],
  'request/': ['ir/', 'plan/', 'targets/', 'diagnostics/', 'emit/', 'compile.ts', 'client/lifter.ts'],
  'lint/': [
    'ir/',
    'targets/patterns/',
    'targets/model-name.ts',
    'client/screened.ts',
    'client/preflight/',
    'client/message.ts',
    'emulator/schema/',
    'emulator/request/',
    'emulator/api-error.ts',
    'emulator/models.ts',
  ],
  'diff/': [
    'ir/',
    'targets/patterns/',
    'emit/canonical.ts',
    'emit/type-names.ts',
    'finish/json-schema/formats.ts',
    'emulator/generate/',
    'emulator/random.ts',
  ],
  'emulator/': ['ir/', 'targets/', 'plan/', 'finish/json-schema/', 'answer/wire-formats.ts'],
};

/** Where types may come from as well. */
const CONTRACTS = [
  'ir/',
  'compiled.ts',
  'tool.ts',
  'client/tool-reader.ts',
  'read/source.ts',
  'targets/profile.ts',
  'diagnostics/',
  'passes/context.ts',
  'emit/decoder.ts',
  'answer/lowered.ts',
  'answer/program.ts',
  'infer.ts',
  'finish/json-schema/dialect.ts',
];

const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'finish/json-schema/': ['ajv', 'ajv-formats', 're2js'],
  'keywords/': ['ajv-formats'],
  'emit/': ['@noble/hashes'],
  'client/': ['node:fs', 'node:path'],
  'emulator/': ['ajv', 'node:http'],
};

/** Two sides of one thing, in files of their own; nothing is called before both are loaded. */
const CYCLES = [
  ['compile.ts', 'compiled-schema.ts'],
  ['passes/canonical/meet.ts', 'passes/canonical/meet-arrays.ts'],
  ['passes/canonical/meet.ts', 'passes/canonical/meet-objects.ts'],
];

interface Import {
  readonly from: string;
  /** A file of `src`, or the name of a package. */
  readonly to: string;
  readonly inside: boolean;
  readonly typeOnly: boolean;
}

const files = (readdirSync(`${root}src`, { recursive: true }) as string[])
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));
const imports = files.flatMap(importsOf);

function importsOf(from: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const inside = specifier.startsWith('.');
    found.push({
      from,
      to: inside ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts') : specifier,
      inside,
      typeOnly,
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add((node.moduleSpecifier as ts.StringLiteral).text, isTypeImport(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add((node.moduleSpecifier as ts.StringLiteral).text, node.isTypeOnly || allTypes(node.exportClause));
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      ts.isStringLiteral(node.arguments[0] as ts.Node)
    )
      add((node.arguments[0] as ts.StringLiteral).text, false);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, readFileSync(`${root}src/${from}`, 'utf8'), ts.ScriptTarget.ES2022));
  return found;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  return clause !== undefined && (clause.isTypeOnly || (clause.name === undefined && allTypes(clause.namedBindings)));
}

function allTypes(bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  return (
    bindings !== undefined &&
    (ts.isNamedImports(bindings) || ts.isNamedExports(bindings)) &&
    bindings.elements.length > 0 &&
    bindings.elements.every((element) => element.isTypeOnly)
  );
}

function roomOf(file: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((name) => file.startsWith(name))
    .sort((a, b) => b.length - a.length)[0];
}

function within(file: string, places: readonly string[]): boolean {
  return places.some((place) => file === place || (place.endsWith('/') && file.startsWith(place)));
}

const shown = ({ from, to }: Import): string => `${from} imports ${to}`;

describe('rooms', () => {
  test.each(Object.keys(ROOMS).map((room) => ({ room })))('$room imports only what it may', ({ room }) => {
    const own = imports.filter(({ from }) => roomOf(from) === room);
    expect(own.length + (room === 'ir/' || room === 'diagnostics/' ? 1 : 0)).toBeGreaterThan(0);
    const may = [room, ...(ROOMS[room] as readonly string[])];
    const wrong = own.filter(
      ({ inside, to, typeOnly }) => inside && !within(to, may) && !(typeOnly && room !== 'ir/' && within(to, CONTRACTS)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  test('every folder of src is a room', () => {
    const folders = new Set(files.filter((file) => file.includes('/')).map((file) => `${file.split('/')[0]}/`));
    expect([...folders].filter((folder) => !(folder in ROOMS))).toEqual([]);
  });

  test('packages are imported where they belong, and Node modules in the emulator only', () => {
    const packageOf = (name: string): string =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');
    const wrong = imports.filter(
      ({ inside, typeOnly, from, to }) => !inside && !typeOnly && !PACKAGES[roomOf(from) ?? '']?.includes(packageOf(to)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  test('nothing in src imports from the command line', () =>
    expect(imports.filter(({ to }) => to.startsWith('../')).map(shown)).toEqual([]));

  test('no pass knows a target by name', () => {
    const wrong = files.filter(
      (file) =>
        within(file, ['passes/', 'plan/', 'codecs/', 'ir/', 'read/', 'answer/']) &&
        /['"`]claude['"`]/.test(readFileSync(`${root}src/${file}`, 'utf8')),
    );
    expect(wrong).toEqual([]);
  });
});

/** Everything that is loaded with a file. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { from, to, typeOnly } of imports) if (from === file && !typeOnly) loadedWith(to, seen);
  return seen;
}

test('the runtime of artifacts loads no compiler and no package', () => {
  const loaded = [...loadedWith('runtime.ts')];
  expect(
    loaded.filter((file) =>
      within(file, [
        'passes/',
        'plan/',
        'keywords/',
        'ledger/',
        'targets/',
        'finish/json-schema/',
        'compile.ts',
        'compiled-schema.ts',
      ]),
    ),
  ).toEqual([]);
  expect(loaded.filter((file) => !file.endsWith('.ts'))).toEqual([]);
});

test('imports go in circles only where two files are two sides of one thing', () => {
  const known = new Set(CYCLES.flatMap(([one, other]) => [`${one} ${other}`, `${other} ${one}`]));
  const next = new Map<string, string[]>(
    files.map((file) => [
      file,
      imports
        .filter(({ from, to, inside, typeOnly }) => from === file && inside && !typeOnly && !known.has(`${from} ${to}`))
        .map(({ to }) => to),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
    if (path.includes(file) || done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('ARCHITECTURE.md fits one screen and names every room', () => {
  const text = readFileSync(`${root}ARCHITECTURE.md`, 'utf8');
  expect(text.split('\n').length).toBeLessThanOrEqual(61);
  for (const room of Object.keys(ROOMS).map((name) => name.split('/')[0])) expect(text).toContain(`${room}`);
});
