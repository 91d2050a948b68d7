import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { ended, flat, type Project, project } from './harness.js';

const ASK = { model: 'claude-sonnet-5-5', max_tokens: 100, messages: [{ role: 'user' as const, content: 'a' }] };

/** Runs `serve` in this process until `work` is done with the URL it printed. */
async function serving(made: Project, argv: string[], work: (url: string) => Promise<void>) {
  const controller = new AbortController();
  let printed: (text: string) => void = () => {};
  const line = new Promise<string>((resolve) => {
    printed = resolve;
  });
  const running = made.run(['serve', ...argv], { signal: controller.signal, onOutput: printed });
  const text = await Promise.race([line, running.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  try {
    await work(/http:\/\/[^\s:]+:\d+/.exec(text)?.[0] ?? '');
  } finally {
    controller.abort();
  }
  return running;
}

const clientFor = (baseURL: string) => new Anthropic({ baseURL, apiKey: 'offline', maxRetries: 0 });

async function textAt(url: string): Promise<string> {
  const { content } = await clientFor(url).messages.create(ASK);
  return content[0]?.type === 'text' ? content[0].text : '';
}

describe('serve', () => {
  test('prints one line with its URL and how to use it, answers, and ends with 0', async () => {
    const made = project({});
    let text = '';
    const ran = await serving(made, ['--seed', '7'], async (url) => {
      text = await textAt(url);
      expect(await textAt(url)).toBe(text);
    });
    expect(text).not.toBe('');
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expect(ran.stdout).toMatch(
      /^Listening at (http:\/\/127\.0\.0\.1:\d+): new Anthropic\(\{ baseURL: '\1', apiKey: 'offline' \}\)\n$/,
    );
    await serving(made, ['--seed', '8'], async (url) => expect(await textAt(url)).not.toBe(text));
  });

  test('tells machines its URL in JSON', async () => {
    const { stdout } = await serving(project({}), ['--format', 'json'], async () => undefined);
    expect(JSON.parse(stdout)).toMatchObject({ command: 'serve', exit: 0, url: expect.stringMatching(/^http:/) });
  });

  test.each([
    ['replies.json', '[{"text":"one"},{"text":"two"}]'],
    ['replies.jsonl', '{"text":"one"}\n\n{"text":"two"}\n'],
  ])('answers with %s, in order, then with what is generated', async (name, content) => {
    await serving(project({ [name]: content }), ['--replies', name], async (url) => {
      expect([await textAt(url), await textAt(url)]).toEqual(['one', 'two']);
      expect(await textAt(url)).not.toBe('');
    });
  });

  test.each<[string, Record<string, string>, string[], string]>([
    ['a file that is not there', {}, ['--replies', 'none.json'], 'none.json does not exist.'],
    ['JSON that is none', { 'r.json': '[{]' }, ['--replies', 'r.json'], 'r.json'],
    [
      'a line that is none',
      { 'r.jsonl': '{"text":"a"}\n\n{"text"' },
      ['--replies', 'r.jsonl'],
      'Line 3 of r.jsonl is not valid JSON',
    ],
    [
      'what is no reply',
      { 'r.jsonl': '{"text":"a"}\n{"txt":"b"}' },
      ['--replies', 'r.jsonl'],
      'Line 2 of r.jsonl is no reply. A reply has no member "txt"',
    ],
    ['a second reply of a list', { 'r.json': '[{},7]' }, ['--replies', 'r.json'], 'Reply 2 of r.json is no reply.'],
    ['an address', {}, ['a.json'], '"serve" takes no address, but was given "a.json".'],
    ['a port that is none', {}, ['--port', '70000'], 'The option "port" must be a whole number from 0 to 65535.'],
    ['a host that is none', {}, ['--host', '203.0.113.7'], '203.0.113.7 is no address of this machine.'],
    ['a target that is none', {}, ['--target', 'claud'], 'There is no target named "claud". Did you mean "claude"?'],
  ])('refuses %s with a sentence', async (_, files, argv, words) => {
    const { code, stdout, stderr } = await project(files).run(['serve', ...argv]);
    expect([code, stdout]).toEqual([2, '']);
    expect(flat(stderr)).toContain(words);
  });

  test('a port in use ends with 2 and a sentence', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const { port } = holder.address() as { port: number };
    try {
      const { code, stderr } = await project({}).run(['serve', '--port', String(port)]);
      expect(code).toBe(2);
      expect(flat(stderr)).toContain(`Something else is listening at 127.0.0.1:${port} already.`);
    } finally {
      holder.close();
    }
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('built, it ends with 0 at %s, even with a stalled stream open', async (signal) => {
    const child = project({}).spawn(['serve']);
    const done = ended(child);
    if (!child.stdout) throw new Error('no output');
    const line = await new Promise<string>((resolve) =>
      createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', resolve),
    );
    const url = /http:\/\/[^\s:]+:\d+/.exec(line)?.[0] ?? '';
    expect(await textAt(url)).not.toBe('');
    const stalled = await clientFor(url).messages.create(
      { ...ASK, stream: true },
      { headers: { 'x-bascule-misbehave': 'stall=1' } },
    );
    child.kill(signal);
    expect(await done).toMatchObject({ code: 0, stderr: '' });
    await expect(
      (async () => {
        for await (const _ of stalled);
      })(),
    ).rejects.toThrow();
  });
});
