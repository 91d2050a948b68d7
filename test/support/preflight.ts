import { describe, expect, it } from 'vitest';
import type { RequestBody } from '../../src/client/message.js';
import { preflight } from '../../src/client/preflight/index.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { claude } from '../../src/targets/claude.js';
import type { TargetProfile } from '../../src/targets/profile.js';

export const SCHEMA = {
  type: 'object',
  properties: { a: { type: 'string' } },
  required: ['a'],
  additionalProperties: false,
} as const;

/** With a format, unless the changes take it away. */
export const FORMAT = { output_config: { format: { type: 'json_schema', schema: SCHEMA } } } as const;

/** A request that works, with some changes. */
export function request(changes: object = {}): RequestBody {
  return { model: 'claude-opus-5', max_tokens: 100, messages: [{ role: 'user', content: 'Hello' }], ...changes };
}

/** A tool of one's own. */
export function tool(name: string, changes: object = {}): object {
  return { name, input_schema: SCHEMA, ...changes };
}

export function checked(changes: object, target: TargetProfile = claude): readonly Diagnostic[] {
  return preflight({ body: request(changes), target });
}

type Row = readonly [title: string, changes: object, ...paths: string[]];

/** What one rule refuses, with where, and its near misses, which nothing refuses. */
export function table(code: string, { refused, admitted }: { refused: readonly Row[]; admitted: readonly Row[] }): void {
  describe(code, () => {
    it.each([...refused] as [string, object, ...string[]][])('refuses: %s', (_title, changes, ...paths) => {
      const found = checked(changes);
      expect(found.map((one) => [one.code, one.severity, one.path])).toEqual(paths.map((path) => [code, 'error', path]));
      for (const { message, help } of found) for (const text of [message, help]) expect(text).toMatch(/^[A-Z`"].{15,}\.$/s);
    });
    it.each([...admitted] as [string, object][])('admits: %s', (_title, changes) => expect(checked(changes)).toEqual([]));
  });
}
