import type Anthropic from '@anthropic-ai/sdk';
import { expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { type Compiled, compile, compileRequest, defineTool, type RequestPlan, type RequestSpend } from '../../src/index.js';

const Invoice = z.object({ total: z.coerce.number(), issued: z.date() });
const add = defineTool({ name: 'add', description: 'Adds.', input: z.object({ a: z.number().default(1) }) });

test('the output and the tools are compiled schemas of their own types', () => {
  const { output, tools, plan, spend, demoted } = compileRequest({
    output: Invoice,
    tools: [add, { name: 'find', input: Invoice }],
  });
  expectTypeOf(output).toEqualTypeOf<Compiled<z.input<typeof Invoice>, z.output<typeof Invoice>>>();
  expectTypeOf(tools.add.encode).parameter(0).toEqualTypeOf<{ a?: number | undefined }>();
  expectTypeOf(tools.find).toExtend<Compiled<z.input<typeof Invoice>, z.output<typeof Invoice>>>();
  expectTypeOf(tools).not.toHaveProperty('none');
  expectTypeOf(plan).toEqualTypeOf<RequestPlan>();
  expectTypeOf(spend).toEqualTypeOf<RequestSpend>();
  expectTypeOf(demoted).toEqualTypeOf<readonly string[]>();
});

test('a compiled schema keeps its types; what is not asked for is undefined', () => {
  expectTypeOf(compileRequest({ output: compile(Invoice) }).output).toEqualTypeOf<
    Compiled<z.input<typeof Invoice>, z.output<typeof Invoice>>
  >();
  expectTypeOf(compileRequest({ tools: [add] }).output).toEqualTypeOf<undefined>();
  expectTypeOf(compileRequest({ output: Invoice }).params.tools).toEqualTypeOf<undefined>();
});

test('the parameters fit the SDK, which types the parsed output', () => {
  const client = {} as Anthropic;
  const { params } = compileRequest({ output: Invoice, tools: [add] });
  const message = () =>
    client.messages.parse({ model: 'claude-sonnet-5-5', max_tokens: 100, messages: [], ...params, tools: [...params.tools] });
  expectTypeOf<Awaited<ReturnType<typeof message>>['parsed_output']>().toEqualTypeOf<z.output<typeof Invoice> | null>();
});
