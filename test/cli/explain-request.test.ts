import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { flat, project } from './harness.js';

const REQUEST = `import { z } from 'zod';
const optionals = (count: number) =>
  z.object(Object.fromEntries(Array.from({ length: count }, (_, index) => ['field' + index, z.string().optional()])));
export const unrelated = 7;
export const request = {
  output: optionals(14),
  tools: Array.from({ length: 21 }, (_, index) => ({ name: 'tool_' + index, description: 'Does it.', input: optionals(index % 2) })),
};
export const pinned = {
  output: optionals(30),
  pins: { output: { encode: Object.fromEntries(Array.from({ length: 30 }, (_, index) => ['/properties/field' + index, 'optional'])) } },
};
export const bad = { output: { $ref: 'https://example.com/schema' } };
`;
const BODY = {
  model: 'claude-sonnet-5-5',
  max_tokens: 100,
  messages: [],
  output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: { a: { type: 'string' } } } } },
  tools: [
    { name: 'find', strict: true, input_schema: { type: 'object', properties: { q: { type: 'string' } } } },
    { type: 'web_search_20250305', name: 'web_search' },
  ],
};
const made = project({ 'request.ts': REQUEST, 'body.json': JSON.stringify(BODY), 'list.json': '[]', 'broken.json': '{' });

describe('explain --request', () => {
  test('what each part spends, what was re-encoded, what would fit without', async () => {
    const { code, stdout, stderr } = await made.run(['explain', '--request', 'request.ts#request']);
    expect([code, stderr]).toEqual([0, '']);
    const text = flat(stdout);
    expect(text).toMatch(/output 14 → 10 0 → 4 14/);
    expect(text).toMatch(/tool_20 checked 0 0 0/);
    expect(text).toMatch(/together 20 strict 10 14 24/);
    expect(text).toMatch(/claude takes 20 24, better 10 16/);
    expect(text).toMatch(/\/output\/properties\/field10 optional nullable/);
    expect(text).toMatch(/With `margin: 0` 0 places instead of 14 would be re-encoded\. Without the output it would be 0\./);
    expect(text).toMatch(/warning not-strict request\.ts#request \/tools\/tool_20/);
  });

  test('the first export that is a request is taken', async () => {
    expect((await made.run(['explain', '--request', 'request.ts'])).stdout).toMatch(/^request\.ts#bad|^error/);
  });

  test('the body of a request, as it is sent today', async () => {
    const { report } = await made.json(['explain', '--request', 'body.json']);
    expect(report).toMatchObject({
      exit: 0,
      request: { address: 'body.json', spend: { optional: 2, strictTools: 1 }, plan: { tools: { find: { strict: true } } } },
    });
  });

  test('a plan is written and followed', async () => {
    await made.run(['explain', '--request', 'request.ts#request', '--write-plan', 'plan.json']);
    expect(existsSync(made.path('plan.json'))).toBe(true);
    const kept = JSON.parse(made.read('plan.json'));
    kept.output.encode['/properties/field0'] = 'list';
    made.write('plan.json', JSON.stringify(kept));
    const { report } = await made.json(['explain', '--request', 'request.ts#request', '--plan', 'plan.json']);
    expect(report).toMatchObject({ request: { plan: { output: { encode: { '/properties/field0': 'list' } } } } });
  });

  test('what cannot fit is an error with its reasons', async () => {
    const { code, stdout } = await made.run(['explain', '--request', 'request.ts#pinned']);
    expect(code).toBe(1);
    expect(flat(stdout)).toMatch(
      /error request-too-large .* 30 optional properties, 6 more than the 24 .* What costs most: \/output/,
    );
  });

  test('a schema that cannot be compiled', async () => {
    const { code, stdout } = await made.run(['explain', '--request', 'request.ts#bad']);
    expect(code).toBe(1);
    expect(flat(stdout)).toMatch(/error external-ref request\.ts#bad \/output/);
  });

  test.each([
    [['--request', 'nope.json'], /There is no file "nope\.json" to read a request from/],
    [['--request', 'list.json'], /list\.json is a list, not a request/],
    [['--request', 'broken.json'], /broken\.json is not valid JSON at line 1/],
    [['--request', 'request.ts#nope'], /request\.ts exports no "nope"\. .* It exports bad, pinned, request, unrelated/],
    [['--request', 'request.ts#unrelated'], /request\.ts#unrelated is a number, not a request/],
    [['--request', 'body.json', '--plan', 'body.json.plan'], /body\.json\.plan/],
    [['--request', 'body.json', '--plan', 'list.json'], /list\.json holds no plan/],
    [['--request', 'body.json', '--wire'], /--request shows one request/],
    [['body.json', '--plan', 'x.json'], /--plan and --write-plan are about a whole request/],
  ])('%j', async (argv, words) => {
    const { code, stderr } = await made.run(['explain', ...argv]);
    expect(code).toBe(2);
    expect(flat(stderr)).toMatch(words);
  });
});
