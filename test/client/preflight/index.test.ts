import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestBody } from '../../../src/client/message.js';
import { preflight, rules } from '../../../src/client/preflight/index.js';
import { RequestError } from '../../../src/client/request-error.js';
import { claude } from '../../../src/targets/claude.js';
import { checked, FORMAT, request, tool } from '../../support/preflight.js';
import '../../support/seed.js';

const ask = (body: unknown) => preflight({ body: body as RequestBody, target: claude });

describe('preflight', () => {
  test('the rules are frozen, and each has a code of its own', () => {
    expect(Object.isFrozen(rules)).toBe(true);
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  test('gives every finding, in the order of the rules', () => {
    const found = checked({
      ...FORMAT,
      max_tokens: undefined,
      stop_sequences: ['x'],
      tools: [tool('a'), tool('a b'), tool('a')],
      tool_choice: { type: 'tool', name: 'c' },
    });
    expect(found.map(({ code }) => code)).toEqual([
      'max-tokens',
      'stop-sequences-with-format',
      'tool-name',
      'duplicate-tool-name',
      'unknown-tool-choice',
    ]);
  });

  test('what is no JSON is a finding beside the others', () => {
    const found = checked({ system: { at: 1n }, stream: true });
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ['not-json', '/system/at'],
      ['stream', '/stream'],
    ]);
  });

  test('a hostile request is looked at once, and as it would be sent', () => {
    let reads = 0;
    const body = Object.defineProperty(request(), 'stream', { enumerable: true, get: () => ++reads > 1 });
    expect(ask(body)).toEqual([]);
    expect(reads).toBe(1);
  });

  test.each([undefined, null, 'x', 7, [], () => 1].map((body) => [body]))('answers to %s', (body) => {
    expect(ask(body).every(({ message }) => message !== '')).toBe(true);
  });

  const junk = fc.oneof(
    fc.anything(),
    fc.constantFrom('tool', 'any', 'json_schema', 'assistant', true, 'code_execution_20250825'),
  );
  const member = (...keys: string[]) => fc.record(Object.fromEntries(keys.map((key) => [key, junk])), { requiredKeys: [] });
  const schema = fc.letrec((tie) => ({
    node: fc.record(
      {
        type: junk,
        $ref: fc.oneof(junk, fc.constantFrom('#', '#/$defs/a', '#/definitions/a', '#/$defs/__proto__')),
        anyOf: fc.oneof(junk, fc.array(tie('node'), { maxLength: 2 })),
        items: fc.oneof(junk, tie('node')),
        properties: fc.oneof(junk, fc.dictionary(fc.string(), tie('node'), { maxKeys: 2 })),
        required: junk,
        $defs: fc.oneof(junk, fc.record({ a: tie('node') })),
        definitions: fc.oneof(junk, fc.record({ a: tie('node') })),
      },
      { requiredKeys: [] },
    ),
  })).node;
  const tools = fc.array(
    fc.oneof(
      member('type', 'name', 'strict', 'input_schema', 'allowed_callers', 'defer_loading', 'cache_control', 'allowed_domains'),
      fc.record({ name: junk, strict: fc.constant(true), input_schema: schema }),
      junk,
    ),
    { maxLength: 4 },
  );
  const bodies = fc.record(
    {
      model: fc.oneof(junk, fc.constantFrom('claude-3', 'claude-opus-5-5')),
      max_tokens: junk,
      messages: fc.oneof(junk, fc.array(fc.oneof(member('role', 'content'), junk), { maxLength: 3 })),
      tools: fc.oneof(junk, tools),
      tool_choice: fc.oneof(junk, member('type', 'name', 'disable_parallel_tool_use')),
      thinking: fc.oneof(junk, member('type')),
      output_config: fc.oneof(
        junk,
        fc.record({ format: fc.oneof(junk, member('type', 'name'), fc.record({ type: junk, schema })) }),
      ),
      output_format: junk,
      stop_sequences: junk,
      stream: junk,
      mcp_servers: junk,
      thread: junk,
    },
    { requiredKeys: [] },
  );

  test('never throws, whatever it is given', () =>
    fc.assert(
      fc.property(bodies, (body) => {
        for (const { code, path, message, help } of ask(body)) {
          expect(path === '' || path.startsWith('/')).toBe(true);
          for (const text of [code, message, help]) expect(text).not.toBe('');
        }
      }),
      { numRuns: 250 },
    ));
});

test('RequestError lists what is wrong, where, and what to do', () => {
  const found = checked({ ...FORMAT, stream: true, stop_sequences: ['x'] });
  const error = new RequestError([...found, { code: 'x', severity: 'info', path: '', message: 'Not told.', help: '' }]);
  expect(error).toBeInstanceOf(Error);
  expect(error.name).toBe('RequestError');
  expect(error.diagnostics).toHaveLength(3);
  expect(error.message.split('\n').map((line) => line.split(':')[0])).toEqual(['/stream', '/stop_sequences']);
  expect(error.message).toContain(found[0]?.help);
  expect(error.message).not.toContain('Not told');
});
