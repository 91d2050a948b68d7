import type { RequestBody } from '../../client/message.js';
import { isCustom, toolsOf } from '../../client/preflight/parts.js';
import { plainCopy } from '../../client/preflight/plain-copy.js';
import type { Compiled, Mode } from '../../compiled.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isRecord } from '../../ir/json.js';
import type { TargetProfile } from '../../targets/profile.js';
import { subjectOf } from '../engine.js';
import type { RequestSchema, RequestSubject } from './rule.js';

/** A schema that stands behind a part of the request. */
export interface GivenSchema {
  /** JSON Pointer into the request. */
  readonly path: string;
  readonly schema: unknown;
  readonly mode: Mode;
  readonly isStrict: boolean;
}

export interface GivenRequest {
  /** As it would be sent. */
  readonly body: unknown;
  readonly target: TargetProfile;
  /** The schemas as their author wrote them; without it, those of the body. */
  readonly schemas?: readonly GivenSchema[];
  readonly planning?: readonly Diagnostic[];
}

/** Compiles one schema: undefined where that is impossible, and the diagnostics say why. */
export type CompileOne = (
  schema: unknown,
  mode: Mode,
) => { readonly compiled: Compiled | undefined; readonly diagnostics: readonly Diagnostic[] };

/** What a part of a request lacks, so that nothing is wrong with it. */
const REST = { model: 'unnamed', max_tokens: 4096, messages: [{ role: 'user', content: 'Hello' }] };

/** A request as rules see it. Never throws, unless `compile` does. */
export function requestSubject({ body, target, schemas, planning = [] }: GivenRequest, compile: CompileOne): RequestSubject {
  const { value, found } = plainCopy(body);
  // Without its whole content the rest could only be guessed at.
  const isWhole = isRecord(value) && !found.some(({ path }) => path === '');
  const plain = (isWhole ? value : REST) as RequestBody;
  const isPart = !Object.keys(REST).some((name) => name in plain);
  return {
    body: isPart ? { ...REST, ...plain } : plain,
    target,
    schemas: (schemas ?? schemasIn(plain)).map(({ path, schema, mode, isStrict }): RequestSchema => {
      const { compiled, diagnostics } = compile(schema, mode);
      return { path, isStrict, subject: subjectOf(compiled, diagnostics, target) };
    }),
    unsendable: found,
    planning,
  };
}

/** The schemas of a body: of its format, and of the caller's own tools. */
export function schemasIn(body: RequestBody): readonly GivenSchema[] {
  const found: GivenSchema[] = [];
  const config = body['output_config'];
  for (const [format, path] of [
    [isRecord(config) ? config['format'] : undefined, '/output_config/format/schema'],
    [body['output_format'], '/output_format/schema'],
  ] as const)
    if (isRecord(format) && isRecord(format['schema']))
      found.push({ path, schema: format['schema'], mode: 'output', isStrict: true });
  for (const { tool, path } of toolsOf(body))
    if (isCustom(tool) && isRecord(tool['input_schema']))
      found.push({
        path: `${path}/input_schema`,
        schema: tool['input_schema'],
        mode: 'tool',
        isStrict: tool['strict'] === true,
      });
  return found;
}
