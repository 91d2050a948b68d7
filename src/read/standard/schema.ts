import { isRecord } from '../../ir/json.js';
import type { Findings } from '../source.js';
import { type Standard, standardOf } from './recognise.js';

/** Targets of the specification that both say everything a reader needs, the newer first. */
const TARGETS = ['draft-2020-12', 'draft-07'] as const;

/** The JSON Schema of what a schema takes, and its dialect; undefined after a finding. */
export function inputSchema(
  schema: unknown,
  findings: Findings,
): { readonly schema: unknown; readonly dialect: string } | undefined {
  const standard = standardOf(schema) as Standard;
  let reason: string | undefined;
  for (const target of TARGETS)
    try {
      const answer: unknown = standard.jsonSchema?.input({ target });
      if (typeof answer === 'boolean' || (isRecord(answer) && typeof answer.then !== 'function'))
        return { schema: answer, dialect: target.replace('draft-', '') };
      reason ??= `It answered with ${answer === null ? 'null' : typeof answer} instead of a schema.`;
    } catch (error) {
      reason ??= error instanceof Error ? error.message : String(error);
    }
  findings.report({
    code: 'no-json-schema',
    severity: 'error',
    path: '',
    message: `${standard.vendor} can't say in JSON Schema what this schema takes. ${reason}`,
    help: 'Put the encoded form (such as text for a date) in the place of what JSON lacks, or compile a JSON Schema of your own.',
  });
  return undefined;
}
