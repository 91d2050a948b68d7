import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRecord } from '../../src/ir/json.js';
import type { RequestPins } from '../../src/request/plan.js';
import { Failure } from '../failure.js';
import { readAddress } from './address.js';
import { type Position, readJson } from './json.js';
import { kindOf } from './kinds.js';
import type { Modules } from './modules.js';
import { described, isJsonSchema } from './recognise.js';
import { readText } from './text.js';

/** What `compileRequest` is to be asked with. */
export interface LoadedRequest {
  readonly address: string;
  readonly output?: unknown;
  readonly tools: readonly object[];
  readonly options: { readonly [name: string]: unknown };
}

const PLANNING = ['margin', 'pins', 'plan', 'openness', 'recursion', 'tighten', 'maxDepth'];

/** A request as it was given, and where in its file a JSON Pointer leads. */
export interface RequestFile {
  readonly address: string;
  readonly file: string;
  readonly value: Readonly<Record<string, unknown>>;
  locate(path: string): Position | undefined;
}

/** A request from a module (`{ output, tools }`) or from a JSON file: the same, or the body of a Messages request. */
export async function loadRequest(written: string, cwd: string, modules: Modules): Promise<LoadedRequest> {
  return requestIn(await loadRequestFile(written, cwd, modules, isRequest));
}

/** The same as it was given. Rejects with a `Failure` where there is none. */
export async function loadRequestFile(
  written: string,
  cwd: string,
  modules: Modules,
  takes: (value: unknown) => boolean,
): Promise<RequestFile> {
  const address = readAddress(written, cwd);
  const file = existing(resolve(cwd, address.target), address.text);
  const label = address.target;
  const found = (value: unknown, at: string, locate: RequestFile['locate']): RequestFile => {
    if (!isRecord(value) || !takes(value)) throw noRequest(value, at, file);
    return { address: at, file, value, locate };
  };
  if (kindOf(file, label) === 'json') {
    const { value, locate } = readJson(readText(file, label), {
      shown: label,
      file,
      comments: !file.endsWith('.json'),
      holds: 'a request',
    });
    return found(value, label, locate);
  }
  const exports = await modules.load(file);
  const name =
    address.fragment ?? (exports.has('default') ? 'default' : [...exports.keys()].find((key) => takes(exports.get(key))));
  if (name === undefined || !exports.has(name))
    throw new Failure({
      code: 'no-request',
      message: `${label} exports no ${address.fragment === undefined ? 'request' : `"${address.fragment}"`}.`,
      help: `Export an object of \`output\` and \`tools\`, as compileRequest takes it, and address it as ${label}#name. It exports ${[...exports.keys()].join(', ') || 'nothing'}.`,
      file,
    });
  return found(exports.get(name), `${label}#${name}`, () => undefined);
}

function existing(file: string, text: string): string {
  if (existsSync(file) && statSync(file).isFile()) return file;
  throw new Failure({
    code: 'no-file',
    message: `There is no file "${text}" to read a request from.`,
    help: 'Check the path; it is relative to the working folder.',
  });
}

/** Whether a value holds what can be planned. */
function isRequest(value: unknown): boolean {
  return isRecord(value) && ('output' in value || Array.isArray(value['tools']) || isRecord(value['output_config']));
}

/** Whether a value holds anything that only a request has. */
export function isAnyRequest(value: unknown): boolean {
  return (
    isRequest(value) || (isRecord(value) && ('messages' in value || 'max_tokens' in value || isRecord(value['output_format'])))
  );
}

function noRequest(value: unknown, address: string, file: string): Failure {
  const schema = isJsonSchema(value) ? ` To look at a schema, name it without --request.` : '';
  return new Failure({
    code: 'no-request',
    message: `${address} is ${isJsonSchema(value) ? 'a JSON Schema' : described(value)}, not a request.`,
    help: `A request has an \`output\`, a list of \`tools\`, or both; a JSON file may also hold the body of a Messages request.${schema}`,
    file,
  });
}

function requestIn({ value, address }: RequestFile): LoadedRequest {
  const { output_config: config } = value;
  const format = isRecord(config) ? config['format'] : undefined;
  const output = value['output'] ?? (isRecord(format) ? format['schema'] : undefined);
  const tools = Array.isArray(value['tools'])
    ? (value['tools'] as unknown[]).filter((tool): tool is object => typeof tool === 'object' && tool !== null)
    : [];
  return {
    address,
    ...(output !== undefined && { output }),
    tools: tools.map(asDefinition),
    options: Object.fromEntries(PLANNING.filter((name) => value[name] !== undefined).map((name) => [name, value[name]])),
  };
}

/** A strict tool with a plain schema, as one whose schema can be lowered. */
function asDefinition(tool: object): object {
  const { input_schema: input, input_examples: _, ...rest } = tool as Record<string, unknown>;
  return rest['strict'] === true && isRecord(input) && Object.getOwnPropertySymbols(tool).length === 0
    ? { ...rest, input }
    : tool;
}

/** A plan that was kept. */
export function loadPlan(file: string, label: string): RequestPins {
  const { value } = readJson(readText(file, label), { shown: label, file, comments: false });
  if (isRecord(value) && (isRecord(value['tools']) || isRecord(value['output']))) return value as RequestPins;
  throw new Failure({
    code: 'no-plan',
    message: `${label} holds no plan.`,
    help: 'Write one with `bascule explain --request … --write-plan plan.json`.',
    file,
  });
}
