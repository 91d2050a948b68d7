import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toModule } from '../../src/emit/module.js';
import { compile } from '../../src/index.js';
import { Generated, typeErrors } from './generated.js';
import Tree, { Box, Box0, Invoice, Small, Std } from './schemas.js';

const generated = new Generated();
afterAll(() => generated.remove());

const EQUAL = 'type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;\n';

interface Case {
  readonly schema: unknown;
  readonly export: string;
  readonly imports: string;
  readonly output: string;
  readonly input: string;
}

const cases: { readonly [name: string]: Case } = {
  zod: {
    schema: Invoice,
    export: 'Invoice',
    imports: "import type { z } from 'zod';",
    output: 'z.infer<typeof schema>',
    input: 'z.input<typeof schema>',
  },
  tree: {
    schema: Tree,
    export: 'default',
    imports: "import type { z } from 'zod';",
    output: 'z.infer<typeof schema>',
    input: 'z.input<typeof schema>',
  },
  mini: {
    schema: Small,
    export: 'Small',
    imports: "import type * as z from 'zod/mini';",
    output: 'z.infer<typeof schema>',
    input: 'z.input<typeof schema>',
  },
  typebox: {
    schema: Box,
    export: 'Box',
    imports: "import type { Static, StaticDecode } from 'typebox';",
    output: 'StaticDecode<typeof schema>',
    input: 'Static<typeof schema>',
  },
  typebox0: {
    schema: Box0,
    export: 'Box0',
    imports: "import type { Static, StaticDecode } from '@sinclair/typebox';",
    output: 'StaticDecode<typeof schema>',
    input: 'Static<typeof schema>',
  },
  standard: { schema: Std, export: 'odd name', imports: '', output: '{ doubled: number }', input: '{ n: number }' },
};

describe('the types of a generated module', () => {
  const found: string[] = [];

  beforeAll(() => {
    const from = generated.importOf('test/emit/schemas.ts');
    const files = Object.entries(cases).flatMap(([name, { schema, export: exported, imports, output, input }]) =>
      (['output', 'tool'] as const).flatMap((mode) => {
        const module = generated.write(
          `${name}-${mode}.ts`,
          toModule(compile(schema, { mode }), { name: 'value', import: { from, export: exported } }),
        );
        const clause = exported === 'default' ? 'schema' : `{ ${JSON.stringify(exported)} as schema }`;
        const use = generated.write(
          `${name}-${mode}.use.ts`,
          `import type Anthropic from '@anthropic-ai/sdk';
import type { Decoded } from 'bascule/runtime';
${imports}
import ${clause} from ${JSON.stringify(from)};
import * as module from './${name}-${mode}.js';
${EQUAL}
declare const client: Anthropic;
declare const request: { model: string; max_tokens: number; messages: [] };
void schema;
true satisfies Equal<module.Value, ${output}>;
true satisfies Equal<module.ValueInput, ${input}>;
true satisfies Equal<ReturnType<typeof module.decode>, Decoded<${output}>>;
true satisfies Equal<Parameters<typeof module.encode>[0], ${input}>;
${
  mode === 'tool'
    ? 'client.beta.messages.toolRunner({ ...request, tools: [module.tool({ name: "a", run: (value) => String(value satisfies module.Value) })] });'
    : 'client.messages.parse({ ...request, output_config: { format: module.format } }).then((answer) => { true satisfies Equal<typeof answer.parsed_output, module.Value | null>; });'
}
`,
        );
        return [module, use];
      }),
    );
    found.push(...typeErrors(files));
  });

  test.each(Object.keys(cases))('%s', (name) => {
    expect(found.filter((error) => error.includes(`/${name}-`))).toEqual([]);
  });
});
