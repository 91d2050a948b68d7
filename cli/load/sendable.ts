import { EncodeError } from '../../src/answer/encode-error.js';
import { isLifter } from '../../src/client/lifter.js';
import type { GivenTool } from '../../src/client/tool-reader.js';
import type { Compiled } from '../../src/compiled.js';

import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SchemaError } from '../../src/diagnostics/schema-error.js';
import { LIFTER } from '../../src/emit/tool.js';
import { isRecord } from '../../src/ir/json.js';
import type { GivenRequest, GivenSchema } from '../../src/lint/request/subject.js';
import type { Planned, PlanOptions } from '../../src/request/request.js';
import { plannedRequest } from '../../src/request.js';
import type { TargetProfile } from '../../src/targets/profile.js';

type Value = Readonly<Record<string, unknown>>;

const PLANNING = ['margin', 'pins', 'plan', 'openness', 'recursion', 'tighten', 'maxDepth'];

/** What a call takes beside what is sent. */
const OWN = new Set([
  ...['output', 'tools', 'repair', 'continuations', 'truncation', 'signal', 'headers', 'checkModel', 'planning', 'target'],
  ...PLANNING,
]);

/** A request as it would be sent, and the schemas behind it: one that `parse` or `compileRequest` takes is planned first. */
export function sendable(value: Value, target: TargetProfile, settings: PlanOptions = {}): GivenRequest {
  const tools = Array.isArray(value['tools']) ? (value['tools'] as unknown[]) : [];
  if (value['output'] === undefined && !tools.some(isOurs)) return { body: value, target };
  const given = tools.filter((tool): tool is GivenTool => isRecord(tool));
  const planned = planOf(value, given, { ...settings, target });
  const sent = 'failed' in planned ? given.map(withoutSchema) : planned.tools.map(plain);
  const wire = 'failed' in planned ? undefined : planned.output?.wire;
  const config = isRecord(value['output_config']) ? value['output_config'] : {};
  const body = {
    ...Object.fromEntries(Object.entries(value).filter(([name]) => !OWN.has(name))),
    ...(wire && { output_config: { ...config, format: { type: 'json_schema', schema: wire } } }),
    ...(value['tools'] !== undefined && { tools: sent }),
  };
  return {
    body,
    target,
    schemas: schemasOf(value['output'], given, sent),
    planning: 'failed' in planned ? planned.failed : planned.diagnostics(),
  };
}

/** Whether a schema that can be lowered stands behind the tool. */
function isOurs(tool: unknown): boolean {
  return (
    isRecord(tool) && ((tool as { [LIFTER]?: unknown })[LIFTER] !== undefined || ('input' in tool && !('input_schema' in tool)))
  );
}

function planOf(
  value: Value,
  tools: readonly GivenTool[],
  settings: PlanOptions,
): Planned | { readonly failed: readonly Diagnostic[] } {
  const { output, planning } = value;
  const said = { ...value, ...(isRecord(planning) && planning) } as Value;
  const known = Object.fromEntries(PLANNING.filter((name) => said[name] !== undefined).map((name) => [name, said[name]]));
  try {
    return plannedRequest({ ...known, ...settings, ...(output !== undefined && { output }), tools });
  } catch (error) {
    if (error instanceof SchemaError) return { failed: error.diagnostics };
    if (error instanceof EncodeError) return { failed: [exampleRefused(error)] };
    throw error;
  }
}

function exampleRefused({ message }: EncodeError): Diagnostic {
  const help = 'Mend the example: it is a value as your own schema takes it.';
  return {
    code: 'bad-example',
    severity: 'error',
    path: '/tools',
    message: `An example of a tool is no valid input: ${message}`,
    help,
  };
}

/** A tool without its functions: what is sent. */
function plain(tool: object): object {
  return Object.fromEntries(Object.entries(tool).filter(([, each]) => typeof each !== 'function'));
}

/** A tool whose schema can not be compiled, so that the rest of the request can be looked at. */
function withoutSchema(tool: GivenTool): object {
  if (!isOurs(tool)) return plain(tool);
  const { input: _, examples: __, input_examples: ___, ...rest } = plain(tool) as Value;
  return { ...rest, input_schema: { type: 'object', properties: {}, additionalProperties: false } };
}

function schemasOf(output: unknown, tools: readonly GivenTool[], sent: readonly object[]): readonly GivenSchema[] {
  const found: GivenSchema[] = [];
  if (output !== undefined) found.push({ path: '/output', schema: sourceOf(output), mode: 'output', isStrict: true });
  for (const [index, tool] of tools.entries()) {
    const {
      input,
      input_schema: raw,
      [LIFTER]: lifter,
    } = tool as GivenTool & { readonly input?: unknown; readonly input_schema?: unknown };
    const isStrict = (sent[index] as { readonly strict?: unknown } | undefined)?.strict === true;
    const schema = sourceOf(input ?? lifter) ?? raw;
    const path = `/tools/${index}/${schema === raw ? 'input_schema' : 'input'}`;
    if (schema !== undefined) found.push({ path, schema, mode: 'tool', isStrict });
  }
  return found;
}

/** The schema that was compiled; of a generated module the one that is sent. */
function sourceOf(given: unknown): unknown {
  return isLifter(given) ? ((given as Partial<Compiled>).schema ?? given.wire) : given;
}
