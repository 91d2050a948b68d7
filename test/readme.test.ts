import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as sdk from '@anthropic-ai/sdk';
import { jsonSchemaOutputFormat } from '@anthropic-ai/sdk/helpers/json-schema';
import * as typebox from 'typebox';
import ts from 'typescript';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as zod from 'zod';
import { COMMANDS } from '../cli/commands/index.js';
import { GLOBALS } from '../cli/options.js';
import * as emulator from '../src/emulator/index.js';
import * as bascule from '../src/index.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

function blocks(language: string): string[] {
  return [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)]
    .filter((match) => match[1] === language)
    .map((match) => match[2] as string);
}

const code = blocks('ts');

/** The block that says `words`. */
function blockWith(words: string): string {
  const found = code.filter((text) => text.includes(words));
  expect(found, words).toHaveLength(1);
  return found[0] as string;
}

/** Runs a block with the modules it imports, and gives what it printed. */
async function run(text: string): Promise<unknown[][]> {
  const modules: Record<string, unknown> = {
    bascule,
    'bascule/emulator': emulator,
    zod,
    typebox,
    '@anthropic-ai/sdk': { ...sdk, __esModule: true },
  };
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const AsyncFunction = (async () => {}).constructor as new (...names: string[]) => (...values: unknown[]) => Promise<void>;
  const printed: unknown[][] = [];
  await new AsyncFunction('require', 'exports', 'console', outputText)(
    (name: string) => modules[name],
    {},
    { log: (...line: unknown[]) => printed.push(line) },
  );
  return printed;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

test('the emulator answers what its block says', async () => {
  expect(await run(blockWith('createEmulator'))).toEqual([['ok'], ['truncated']]);
});

test('the code type-checks', () => {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const files = new Map(code.map((text, index) => [`${root}readme-${index + 1}.ts`, text]));
  const host = ts.createCompilerHost(options);
  const onDisk = { readFile: host.readFile, fileExists: host.fileExists, getSourceFile: host.getSourceFile };
  host.readFile = (name) => files.get(name) ?? onDisk.readFile.call(host, name);
  host.fileExists = (name) => files.has(name) || onDisk.fileExists.call(host, name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? onDisk.getSourceFile.call(host, name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  const found = [...files.keys()].flatMap((name) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  });
  expect(
    ts.formatDiagnostics(found, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => dirname(root),
      getNewLine: () => '\n',
    }),
  ).toBe('');
  expect(code.length).toBeGreaterThan(4);
});

describe('the code runs', () => {
  test('through the SDK, whose API is played here', async () => {
    const value = {
      number: 'INV-000123',
      issued: '2026-03-01T00:00:00Z',
      lines: [{ text: 'Paper', tax: { item0: 'VAT', item1: 0.2 } }],
      totals: [{ key: 'total', value: 12 }],
    };
    const requests: { output_config: { format: object } }[] = [];
    vi.stubEnv('ANTHROPIC_API_KEY', 'none');
    vi.stubGlobal('fetch', async (_: unknown, request: { body: string }) => {
      requests.push(JSON.parse(request.body));
      const body = {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'played',
        content: [{ type: 'text', text: JSON.stringify(value) }],
        stop_reason: 'end_turn',
        stop_sequence: null,
        usage: { input_tokens: 1, output_tokens: 1 },
      };
      return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
    });
    const printed = await run(blockWith('client.messages.parse'));
    expect(printed).toEqual([[2026, 12]]);
    expect(requests).toHaveLength(1);
    expect(Object.keys(requests[0]?.output_config.format ?? {})).toEqual(['type', 'schema']);
  });

  test('lifting and encoding', async () => {
    const [good, bad, encoded] = await run(blockWith('ticket.parse'));
    expect(good).toEqual([4, [expect.objectContaining({ path: ['kind'], from: 'Bug', to: 'bug' })]]);
    expect(bad).toEqual([['stars', 'speed'], expect.any(String)]);
    expect(encoded).toEqual([{ kind: 'bug', stars: [{ key: 'speed', value: 4 }] }]);
  });

  test('a tool', async () => expect(await run(blockWith('toolRunner'))).toEqual([]));

  test('the ledger, whose fates the table names', async () => {
    const printed = await run(blockWith('compiled.ledger'));
    expect(printed).toContainEqual(['/properties/age', 'minimum', 'checked', 'At least 0.']);
    expect(printed).toContainEqual(['/properties/tags', 'additionalProperties', 'encoded', 'entries']);
    const fates: Record<bascule.Fate, true> = {
      sent: true,
      encoded: true,
      checked: true,
      inert: true,
      narrowed: true,
      refused: true,
    };
    for (const fate of Object.keys(fates)) expect(readme).toContain(`| \`${fate}\` |`);
  });

  test('options', async () => expect(await run(blockWith('unroll: 3'))).toEqual([]));

  test('errors', async () => {
    const printed = await run(blockWith('narrowedBy'));
    expect(printed.map(([first]) => first)).toEqual(['external-ref', 'dangling-ref', ['b']]);
    expect(printed[2]?.[2]).toBe('');
  });
});

test('the commands and their options exist', async () => {
  const lines = blocks('sh')
    .join('')
    .split('\n')
    .filter((line) => line.startsWith('bascule '));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const [, name = '', ...words] = (line.split('#  ')[0] as string).replace(/\s#\s.*/, '').split(/\s+/);
    const command = await COMMANDS.get(name)?.load();
    expect(command, line).toBeDefined();
    for (const word of words.filter((one) => one.startsWith('--')))
      expect([...Object.keys(command?.options ?? {}), ...Object.keys(GLOBALS)], line).toContain(word.slice(2));
  }
  const scripts = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).scripts as Record<string, string>;
  for (const [, script] of readme.matchAll(/npm run ([\w-]+)/g)) expect(scripts).toHaveProperty([script as string]);
});

test('the encodings that the options name are those there are', () => {
  const encodings: Record<Exclude<bascule.Encoding, 'text'>, true> = {
    optional: true,
    nullable: true,
    list: true,
    entries: true,
    bare: true,
    tagged: true,
    lists: true,
  };
  for (const encoding of Object.keys(encodings)) expect(readme).toContain(`\`${encoding}\``);
});

test('the row on bounds: the SDK puts them into words and does not check them', () => {
  const schema = {
    type: 'object',
    properties: { n: { type: 'integer', maximum: 99 } },
    required: ['n'],
    additionalProperties: false,
  } as const;
  const format = jsonSchemaOutputFormat(schema);
  expect(format.schema).toMatchObject({ properties: { n: { description: '{maximum: 99}' } } });
  expect(format.parse('{"n":100}')).toEqual({ n: 100 });
  expect(bascule.compile(schema).parse('{"n":100}').issues).toHaveLength(1);
});
