import type Anthropic from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { misbehave, type Params, params, start, textOf, VALUE } from './support.js';

const SEARCH = { type: 'web_search_20260318' as const, name: 'web_search' as const };
const CODE = { type: 'code_execution_20260521' as const, name: 'code_execution' as const };

describe('a turn that pauses', () => {
  /** Continues as the API wants it, until the turn has ended. */
  async function continued(client: Anthropic, body: Params, header: string) {
    let messages = body.messages;
    let container: string | undefined;
    const paused: Anthropic.Message[] = [];
    for (;;) {
      const message = await client.messages.create({ ...body, messages, ...(container && { container }) }, misbehave(header));
      if (message.stop_reason !== 'pause_turn') return { message, paused, messages };
      paused.push(message);
      container = message.container?.id;
      messages = [...messages, { role: 'assistant', content: message.content as Anthropic.ContentBlockParam[] }];
    }
  }

  test('so many times, then answers; the conversation can go on', async () => {
    const { client, emulator } = await start();
    emulator.script({ value: VALUE });
    const body = params({ tools: [SEARCH] });
    const { message, paused, messages } = await continued(client, body, 'pause=3');
    expect(paused).toHaveLength(3);
    expect(paused[1]?.content.map(({ type }) => type)).toEqual(['web_search_tool_result', 'server_tool_use']);
    expect(message.content.map(({ type }) => type)).toEqual(['web_search_tool_result', 'text']);
    expect(JSON.parse(textOf(message))).toEqual(VALUE);
    const more = await client.messages.create({
      ...body,
      messages: [
        ...messages,
        { role: 'assistant', content: message.content as Anthropic.ContentBlockParam[] },
        { role: 'user', content: 'And?' },
      ],
    });
    expect(more.stop_reason).toBe('end_turn');
  });

  test('in a container that it must be continued in', async () => {
    const { client } = await start();
    const body = params({ tools: [CODE] });
    const { message, paused } = await continued(client, body, 'pause=2');
    expect(message.container?.id).toBe(paused[0]?.container?.id);
    expect(paused[1]?.content.map(({ type }) => type)).toEqual(['bash_code_execution_tool_result', 'server_tool_use']);
    const first = await client.messages.create(body, misbehave('pause=1'));
    const messages: Params['messages'] = [
      ...body.messages,
      { role: 'assistant', content: first.content as Anthropic.ContentBlockParam[] },
    ];
    await expect(client.messages.create({ ...body, messages })).rejects.toThrow(
      `container: a paused turn must be continued in its container, '${first.container?.id}'.`,
    );
    expect((await client.messages.create({ ...body, messages, container: { id: first.container?.id ?? '' } })).stop_reason).toBe(
      'end_turn',
    );
  });

  test('streamed', async () => {
    const { client } = await start();
    const body = params({ tools: [SEARCH] });
    const first = await client.messages.stream(body, misbehave('pause=1')).finalMessage();
    expect(first.stop_reason).toBe('pause_turn');
    const messages: Params['messages'] = [
      ...body.messages,
      { role: 'assistant', content: first.content as Anthropic.ContentBlockParam[] },
    ];
    expect((await client.messages.stream({ ...body, messages }).finalMessage()).stop_reason).toBe('end_turn');
  });

  const wrong: readonly (readonly [string, (body: Params, content: Anthropic.ContentBlockParam[]) => Params, string])[] = [
    [
      'with a new message of the user',
      (body) => ({ ...body, messages: [...body.messages, { role: 'user', content: 'Go on' }] }),
      'Send its content back as it is, without a new user message.',
    ],
    [
      'with other tools',
      (body) => ({ ...body, tools: [SEARCH, CODE] }),
      'tools: a paused turn must be continued with the same tools.',
    ],
    [
      'with another beginning',
      (body) => ({ ...body, messages: [{ role: 'user', content: 'Other' }, ...body.messages.slice(1)] }),
      'messages: the conversation before a paused turn must not change',
    ],
    [
      'with other content',
      (body, content) => ({
        ...body,
        messages: [...body.messages.slice(0, -1), { role: 'assistant', content: [{ type: 'text', text: 'Hm' }, ...content] }],
      }),
      'the content of a paused turn must be sent back as it is',
    ],
    [
      'without its content',
      (body) => ({ ...body, messages: [...body.messages.slice(0, -1), { role: 'assistant', content: 'Hm' }] }),
      'does not support assistant message prefill',
    ],
  ];
  test.each(wrong)('is not continued %s', async (_, change, words) => {
    const { client } = await start();
    const body = params({ tools: [SEARCH] });
    const { content } = await client.messages.create(body, misbehave('pause=1'));
    const blocks = content as Anthropic.ContentBlockParam[];
    const next = { ...body, messages: [...body.messages, { role: 'assistant' as const, content: blocks }] };
    expect((await client.messages.create(next)).stop_reason).toBe('end_turn');
    const other = await client.messages.create(
      params({ ...body, messages: [{ role: 'user', content: 'Again' }] }),
      misbehave('pause=1'),
    );
    const fresh = other.content as Anthropic.ContentBlockParam[];
    const pausedBody: Params = {
      ...body,
      messages: [
        { role: 'user', content: 'Again' },
        { role: 'assistant', content: fresh },
      ],
    };
    await expect(client.messages.create(change(pausedBody, fresh))).rejects.toThrow(words);
  });
});

describe('tools', () => {
  test("the SDK's tool runner goes round", async () => {
    const { client, emulator } = await start();
    emulator.script(
      {
        text: 'Let me see.',
        tools: [
          { name: 'weather', input: { city: 'Bern' } },
          { name: 'weather', input: { city: 'Ulm' } },
        ],
      },
      { text: 'Rain.' },
    );
    const asked: unknown[] = [];
    const runner = client.beta.messages.toolRunner({
      model: 'claude-sonnet-5-5',
      max_tokens: 1024,
      messages: [{ role: 'user', content: 'Weather?' }],
      tools: [
        {
          type: 'custom',
          name: 'weather',
          input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
          parse: (input: unknown) => input as { city: string },
          run: ({ city }: { city: string }) => {
            asked.push(city);
            return `Rain in ${city}`;
          },
        },
      ],
    });
    expect(textOf(await runner.runUntilDone())).toBe('Rain.');
    expect(asked).toEqual(['Bern', 'Ulm']);
    expect(emulator.requests).toHaveLength(2);
  });

  test('a thread that is not known is a 404 of its own kind, which the SDK recovers from', async () => {
    const { client } = await start();
    const lost = { model: 'claude-sonnet-5-5', max_tokens: 100, messages: [{ role: 'user' as const, content: 'a' }] };
    await expect(
      client.beta.messages.create({ ...lost, thread: { type: 'continue', previous_message_id: 'msg_0' } }),
    ).rejects.toMatchObject({ status: 404, error: { error: { details: { error_code: 'thread_not_found' } } } });
    const first = await client.beta.messages.create({ ...lost, thread: { type: 'create' } });
    const next = await client.beta.messages.create({ ...lost, thread: { type: 'continue', previous_message_id: first.id } });
    expect(next.usage.input_tokens).toBeGreaterThan(first.usage.input_tokens);
  });

  test('scripted programs that call a tool in their container', async () => {
    const { client, emulator } = await start();
    const caller = { type: 'code_execution_20260521', tool_id: 'srvtoolu_1' };
    const code = {
      type: 'server_tool_use',
      id: 'srvtoolu_1',
      name: 'code_execution',
      input: { code: 'await note()' },
      caller: { type: 'direct' },
    };
    emulator.script(
      { content: [code], tools: [{ name: 'note', input: {}, id: 'toolu_1', caller }], container: 'container_1' },
      {
        content: [
          {
            type: 'code_execution_tool_result',
            tool_use_id: 'srvtoolu_1',
            content: {
              type: 'code_execution_result',
              stdout: 'ok',
              stderr: '',
              return_code: 0,
              content: [{ type: 'code_execution_output', file_id: 'file_1' }],
            },
          },
        ],
        text: 'Done.',
      },
    );
    const body = {
      model: 'claude-sonnet-5-5',
      max_tokens: 100,
      tools: [
        CODE,
        { name: 'note', input_schema: { type: 'object' as const }, allowed_callers: ['code_execution_20260521' as const] },
      ],
    };
    const ask = { role: 'user' as const, content: 'Go' };
    const first = await client.messages.create({ ...body, messages: [ask] });
    expect(first).toMatchObject({ stop_reason: 'tool_use', container: { id: 'container_1' } });
    const rest: Params['messages'] = [
      ask,
      { role: 'assistant', content: first.content as Anthropic.ContentBlockParam[] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: 'fine' }] },
    ];
    await expect(client.messages.create({ ...body, messages: rest })).rejects.toThrow('container_id is required');
    const last = await client.messages.create({ ...body, messages: rest, container: 'container_1' });
    expect(last.content.map(({ type }) => type)).toEqual(['code_execution_tool_result', 'text']);
  });
});
