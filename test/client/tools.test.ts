import { betaZodTool } from '@anthropic-ai/sdk/helpers/beta/zod';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineTool, type Ran, runTools } from '../../src/index.js';
import { Invoice, invoice, misbehaving, request, type Started, start, VALUE, WIRE } from './support.js';

let started: Started;
beforeAll(async () => {
  started = await start({ reply: () => ({ value: WIRE }) });
});
beforeEach(() => {
  (started.emulator.requests as unknown[]).length = 0;
});

const add = defineTool({
  name: 'add',
  description: 'Adds',
  input: z.object({ numbers: z.record(z.string(), z.number()) }),
  run: ({ numbers }) => String(Object.values(numbers).reduce((sum, number) => sum + number, 0)),
});
const calling = (...calls: { name: string; input?: unknown; id?: string }[]) => started.emulator.script({ tools: calls });
const numbers = (entries: Record<string, number>) => ({
  numbers: Object.entries(entries).map(([key, value]) => ({ key, value })),
});
const run = (more: object = {}) => runTools(started.client, { ...request, tools: [add], output: Invoice, ...more });
const bodies = () => started.emulator.requests.map(({ body }) => body as { messages: { role: string; content: unknown }[] });

describe('the loop', () => {
  test('runs calls, and ends with the output', async () => {
    calling({ name: 'add', input: numbers({ a: 1, b: 2 }), id: 'x' }, { name: 'add', input: numbers({}), id: 'y' });
    calling({ name: 'add', input: numbers({ a: 5 }), id: 'z' });
    const answer = await run();
    expect(answer).toMatchObject({ status: 'ok', value: VALUE });
    expect(answer.ran).toMatchObject([
      { id: 'x', name: 'add', input: { numbers: { a: 1, b: 2 } }, content: '3', isError: false },
      { id: 'y', content: '0' },
      { id: 'z', content: '5' },
    ]);
    expect(answer.attempts.map(({ cause }) => cause)).toEqual(['first', 'results', 'results']);
    expect(answer.usage.output_tokens).toBe(answer.attempts.reduce((sum, { usage }) => sum + usage.output_tokens, 0));
    const [, second, third] = bodies();
    expect(second?.messages.slice(1)).toMatchObject([
      {
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'x' },
          { type: 'tool_use', id: 'y' },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'x', content: '3' },
          { type: 'tool_result', tool_use_id: 'y', content: '0' },
        ],
      },
    ]);
    expect(answer.transcript).toEqual([...(third?.messages ?? []), { role: 'assistant', content: answer.message.content }]);
  });

  test('works over every interface, and without an output', async () => {
    for (const client of [started.client.messages, started.client.beta]) {
      calling({ name: 'add', input: numbers({ a: 4 }) });
      started.emulator.script({ text: 'It is 4.' });
      const answer = await runTools(client, { ...request, tools: [add] });
      expect(answer).toMatchObject({ status: 'ok', value: 'It is 4.' });
    }
  });

  test.each([
    [{ maxTurns: Number.NaN }, /`maxTurns` is NaN\. Give a whole number from 0 on/],
    [{ concurrency: 0 }, /`concurrency` is 0\. Give a whole number from 1 on/],
    [{ toolTimeout: '5s' }, /`toolTimeout` is "5s"\. Give a whole number from 1 on/],
  ])('%j is not sent', async (settings, words) => {
    const before = started.emulator.requests.length;
    await expect(run(settings)).rejects.toThrow(words);
    expect(started.emulator.requests).toHaveLength(before);
  });

  test('ends after maxTurns with the calls that were not answered', async () => {
    for (let i = 0; i < 3; i++) calling({ name: 'add', input: numbers({}) });
    const answer = await run({ maxTurns: 2 });
    expect(answer).toMatchObject({ status: 'tool_use', calls: [{ name: 'add' }] });
    expect(answer.ran).toHaveLength(2);
  });

  test('ends with calls of tools that have no run, and runs none beside them', async () => {
    const show = defineTool({ name: 'show', input: z.object({ what: z.string() }) });
    calling({ name: 'add', input: numbers({}) }, { name: 'show', input: { what: 'this' } });
    const answer = await run({ tools: [add, show] });
    expect(answer).toMatchObject({
      status: 'tool_use',
      calls: [{ name: 'add' }, { name: 'show', input: { what: 'this' } }],
      ran: [],
    });
  });

  test('stops at a refusal, and never runs a call that was cut', async () => {
    calling({ name: 'add', input: numbers({}) });
    started.emulator.script({ content: [], stop_reason: 'refusal' });
    expect(await run()).toMatchObject({ status: 'refused', ran: [{}] });
    started.emulator.script({ tools: [{ name: 'add', input: numbers({}) }], stop_reason: 'max_tokens' });
    expect(await run()).toMatchObject({ status: 'truncated', ran: [] });
  });

  test('continues what paused, up to the cap', async () => {
    expect(await run(misbehaving('pause=2'))).toMatchObject({ status: 'ok' });
    expect(await run({ ...misbehaving('pause=9'), continuations: 1 })).toMatchObject({ status: 'paused' });
  });

  test('keeps the container, and lets a forced choice go after the first turn', async () => {
    started.emulator.script({ tools: [{ name: 'add', input: numbers({}) }], container: 'container_1' });
    const tool_choice = { type: 'any' as const, disable_parallel_tool_use: true };
    await run({ model: 'claude-opus-4-6', tool_choice });
    expect(bodies()[0]).toMatchObject({ tool_choice });
    expect(bodies()[1]).toMatchObject({
      container: 'container_1',
      tool_choice: { type: 'auto', disable_parallel_tool_use: true },
    });
    calling({ name: 'add', input: numbers({}) });
    calling({ name: 'add', input: numbers({}) });
    await run({ model: 'claude-opus-4-6', tool_choice, keepToolChoice: true, maxTurns: 1 });
    expect(bodies().at(-1)).toMatchObject({ tool_choice });
  });
});

describe('what the model is told', () => {
  const told = async (call: { name: string; input?: unknown }, more: object = {}): Promise<Ran | undefined> => {
    calling(call);
    const answer = await run(more);
    expect(answer.status).toBe('ok');
    return answer.ran[0];
  };
  const failing = (run: () => never | Promise<string> | string, more: object = {}) =>
    defineTool({ name: 'fail', input: z.object({}), run, ...more });

  test('an invalid input, with the issues beside the values', async () => {
    const ran = await told({ name: 'add', input: { numbers: [{ key: 'a', value: 'one' }] } });
    expect(ran).toMatchObject({ isError: true, ms: 0 });
    expect(ran?.content).toMatch(/"value": "one" \/\/ ✗ .*number/);
    expect(bodies()[1]?.messages.at(-1)?.content).toMatchObject([{ type: 'tool_result', is_error: true }]);
  });

  test('a tool that is not there', async () => {
    expect(await told({ name: 'subtract', input: {} })).toMatchObject({
      isError: true,
      content: expect.stringContaining('"add"'),
    });
  });

  test('an error, and the content of the SDK’s ToolError', async () => {
    const broken = failing(() => {
      throw new Error('no paper');
    });
    expect(await told({ name: 'fail', input: {} }, { tools: [broken] })).toMatchObject({
      isError: true,
      content: 'Error: no paper',
    });
    const content = [{ type: 'text', text: 'jam' }];
    const jammed = failing(() => {
      throw Object.assign(new Error('x'), { content });
    });
    expect(await told({ name: 'fail', input: {} }, { tools: [jammed] })).toMatchObject({ isError: true, content });
  });

  test('that it took too long; the tool’s signal is aborted', async () => {
    let aborted = false;
    const slow = defineTool({
      name: 'slow',
      input: z.object({}),
      run: (_, context) => new Promise<string>(() => context?.signal?.addEventListener('abort', () => (aborted = true))),
    });
    expect(await told({ name: 'slow', input: {} }, { tools: [slow], toolTimeout: 30 })).toMatchObject({
      isError: true,
      content: expect.stringContaining('30 ms'),
    });
    expect(aborted).toBe(true);
  });

  test('that a person said no, and why; the question is not timed', async () => {
    let runs = 0;
    const careful = failing(() => String(++runs), {
      approve: async () => {
        await new Promise((resolve) => setTimeout(resolve, 60));
        return { deny: 'Too early.' };
      },
    });
    const ran = await told({ name: 'fail', input: {} }, { tools: [careful], toolTimeout: 30 });
    expect(ran).toMatchObject({ isError: true, content: expect.stringContaining('Too early.') });
    expect(runs).toBe(0);
    expect(await told({ name: 'add', input: numbers({}) }, { approve: () => false })).toMatchObject({ isError: true });
    expect(await told({ name: 'add', input: numbers({}) }, { approve: () => true })).toMatchObject({ isError: false });
  });
});

describe('tools of others', () => {
  test('of the SDK run beside ours', async () => {
    const theirs = betaZodTool({
      name: 'theirs',
      description: 'x',
      inputSchema: z.object({ city: z.string() }),
      run: ({ city }) => `Sun in ${city}`,
    });
    calling({ name: 'theirs', input: { city: 'Oslo' } }, { name: 'theirs', input: { city: 5 } });
    const answer = await runTools(started.client.beta, { ...request, tools: [theirs, add] });
    expect(answer.ran).toMatchObject([{ content: 'Sun in Oslo' }, { isError: true }]);
  });

  test('ours run in the SDK’s toolRunner, which asks for approval too', async () => {
    let asked = 0;
    const guarded = defineTool({
      name: 'guarded',
      input: z.object({ a: z.set(z.string()) }),
      approve: ({ input }) => {
        asked++;
        return input.a.size > 1 ? true : { deny: 'Too few.' };
      },
      run: ({ a }) => [...a].join('+'),
    });
    calling({ name: 'guarded', input: { a: ['x', 'y'] } }, { name: 'guarded', input: { a: ['x'] } });
    started.emulator.script({ text: 'done' });
    const seen: unknown[] = [];
    const runner = started.client.beta.messages.toolRunner({ ...request, tools: [guarded] });
    for await (const _ of runner) seen.push(await runner.generateToolResponse());
    expect(seen[0]).toMatchObject({
      content: [{ content: 'x+y' }, { is_error: true, content: expect.stringContaining('Too few.') }],
    });
    expect(asked).toBe(2);
  });

  test('of the server pass through', async () => {
    const server = [
      { type: 'web_search_20260318' as const, name: 'web_search' as const },
      { type: 'web_fetch_20260318' as const, name: 'web_fetch' as const },
      { type: 'code_execution_20260521' as const, name: 'code_execution' as const },
      { type: 'tool_search_tool_bm25_20251119' as const, name: 'tool_search_tool_bm25' as const },
      { type: 'bash_20250124' as const, name: 'bash' as const },
      { type: 'text_editor_20250728' as const, name: 'str_replace_based_edit_tool' as const },
    ];
    const used = [
      { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: { query: 'x' } },
      { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] },
    ];
    started.emulator.script({ content: used, tools: [{ name: 'add', input: numbers({ a: 2 }) }] });
    const deferred = { ...add, defer_loading: true };
    const answer = await runTools(started.client, { ...request, output: invoice, tools: [...server, deferred] });
    expect(answer).toMatchObject({ status: 'ok', value: VALUE });
    expect(bodies()[0]).toMatchObject({ tools: [...server, { name: 'add', strict: true, defer_loading: true }] });
    expect(bodies()[1]?.messages[1]?.content).toMatchObject([...used, { type: 'tool_use', name: 'add' }]);
  });
});

describe('toolsets', () => {
  const click = { type: 'tool_use', id: 'toolu_1', name: 'left_click', toolset_name: 'computer', input: { coordinate: [3, 4] } };
  const read = { type: 'tool_use', id: 'toolu_2', name: 'read_page', toolset_name: 'browser', input: {} };
  const scripted = () => started.emulator.script({ content: [click, read], stop_reason: 'tool_use' });

  test('of computer and browser: a `run` serves their members, told by name', async () => {
    scripted();
    started.emulator.script({ text: 'done' });
    const did: unknown[] = [];
    const computer = {
      type: 'computer_toolset_20260801' as const,
      run: (input: unknown, context?: { readonly toolUse?: { readonly name: string } }) => {
        did.push([context?.toolUse?.name, input]);
        return 'clicked';
      },
    };
    const browser = { type: 'browser_toolset_20260801' as const, run: () => [{ type: 'text' as const, text: 'A page' }] };
    const answer = await runTools(started.client.beta, { ...request, tools: [computer, browser] });
    expect(answer).toMatchObject({ status: 'ok', ran: [{ content: 'clicked' }, { content: [{ text: 'A page' }] }] });
    expect(did).toEqual([['left_click', { coordinate: [3, 4] }]]);
    expect((bodies()[0] as { tools?: unknown }).tools).toEqual([
      { type: 'computer_toolset_20260801' },
      { type: 'browser_toolset_20260801' },
    ]);
    expect(bodies()[1]?.messages[1]?.content).toEqual([click, read]);
    expect(bodies()[1]?.messages[2]?.content).toMatchObject([
      { type: 'tool_result', tool_use_id: 'toolu_1', toolset_name: 'computer' },
      { type: 'tool_result', tool_use_id: 'toolu_2', toolset_name: 'browser' },
    ]);
  });

  test('without a `run` their calls are the caller’s to serve', async () => {
    scripted();
    const tools = [{ type: 'computer_toolset_20260801' as const }, { type: 'browser_toolset_20260801' as const }];
    const answer = await runTools(started.client.beta, { ...request, tools });
    expect(answer).toMatchObject({
      status: 'tool_use',
      calls: [
        { name: 'left_click', toolset: 'computer', input: { coordinate: [3, 4] } },
        { name: 'read_page', input: {} },
      ],
    });
  });
});

test('calls of a turn run at the same time, but not too many; results keep their order', async () => {
  let running = 0;
  let most = 0;
  const wait = defineTool({
    name: 'wait',
    input: z.object({ ms: z.int() }),
    run: async ({ ms }) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, ms));
      running--;
      return String(ms);
    },
  });
  calling(...[40, 5, 20, 1, 10].map((ms) => ({ name: 'wait', input: { ms } })));
  const answer = await run({ tools: [wait], concurrency: 2 });
  expect(most).toBe(2);
  expect(answer.ran.map(({ content }) => content)).toEqual(['40', '5', '20', '1', '10']);
});

test('aborting ends the loop with the signal’s reason, tools and all', async () => {
  const controller = new AbortController();
  const stop = defineTool({
    name: 'stop',
    input: z.object({}),
    run: (_, context) => {
      controller.abort(new Error('enough'));
      expect(context?.signal?.aborted).toBe(true);
      return 'never told';
    },
  });
  calling({ name: 'stop', input: {} });
  await expect(run({ tools: [stop], signal: controller.signal })).rejects.toThrow(/enough|abort/i);
  expect(started.emulator.requests.length).toBeLessThanOrEqual(2);
});
