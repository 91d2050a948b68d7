import { isRecord } from '../../ir/json.js';
import type { TargetProfile } from '../../targets/profile.js';
import { refused } from '../api-error.js';
import type { Model } from '../models.js';
import { schemaError } from '../schema/check.js';
import type { Fields } from './fields.js';
import { isCited } from './messages.js';

/** SDK: `OutputConfig` and `BetaOutputConfig`. */
const KNOWN = new Set(['effort', 'format', 'task_budget']);

/** The schema of the output format; undefined where there is none. Throws `ApiError` for one that is refused. */
export function outputSchema(body: Fields, model: Model, profile: TargetProfile, betas: readonly string[]): Fields | undefined {
  const config = body['output_config'];
  if (config != null && !isRecord(config)) throw refused('output_config: Input should be a valid dictionary');
  const stray = Object.keys(config ?? {}).find((name) => !KNOWN.has(name));
  if (stray !== undefined) throw refused(`output_config.${stray}: Extra inputs are not permitted`);
  const legacy = body['output_format'] != null;
  // Documented: taken with the beta header of 2025 only, for a time of transition.
  if (legacy && !betas.some((beta) => beta.startsWith('structured-outputs-')))
    throw refused("output_format: This field is deprecated. Use 'output_config.format' instead.");
  const place = legacy ? 'output_format' : 'output_config.format';
  const format = legacy ? body['output_format'] : config?.['format'];
  if (format == null) return undefined;
  if (!isRecord(format)) throw refused(`${place}: Input should be a valid dictionary`);
  for (const name of Object.keys(format))
    if (name !== 'type' && name !== 'schema') throw refused(`${place}.${name}: Extra inputs are not permitted`);
  if (format['type'] !== 'json_schema') throw refused(`${place}.type: Input should be 'json_schema'`);
  if (format['schema'] === undefined) throw refused(`${place}.schema: Field required`);
  // The wording is assumed.
  if (!model.structuredOutputs) throw refused(`${place}: '${model.id}' does not support output format.`);
  const error = schemaError(format['schema'], 'output', profile);
  if (error !== undefined) throw refused(`${place}.schema: ${error}`);
  // Documented as a 400 (docs build-with-claude/citations); the wording is assumed.
  if (isCited(body['messages'] as readonly unknown[]))
    throw refused(
      `${place}: Citations are not supported with structured outputs. Disable citations or remove the output format.`,
    );
  return format['schema'] as Fields;
}
