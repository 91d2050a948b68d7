import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isRecord } from '../ir/json.js';
import type { GivenParams } from './prepare.js';

/** Narrows the parameters of a call. Throws `TypeError` for what is no object. */
export function paramsOf<Params>(params: Params): Params & object {
  if (isRecord(params)) return params;
  throw new TypeError(
    `The parameters of the call are ${shown(params)}, but must be an object, or there is nothing to send. Pass \`{ model, max_tokens, messages, … }\` after the client.`,
  );
}

/** Longest time that a timer takes; it fires at once for more. */
export const LONGEST = 2 ** 31 - 1;

/** A setting that must be a whole number from `least` on. */
export function countFindings(path: string, value: unknown, least: number): readonly Diagnostic[] {
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= least)) return [];
  return [finding(path, value, `Give a whole number from ${least} on.`)];
}

/** A setting that must be a time. */
export function timeFindings(path: string, value: unknown, least = 1): readonly Diagnostic[] {
  if (value === undefined || value === Number.POSITIVE_INFINITY) return [];
  if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= LONGEST) return [];
  return [
    finding(
      path,
      value,
      `Give a whole number from ${least} on, in milliseconds and at most ${LONGEST}, or \`Infinity\` for no limit.`,
    ),
  ];
}

/** A setting that must be called. */
export function functionFindings(path: string, value: unknown): readonly Diagnostic[] {
  return value === undefined || value === null || typeof value === 'function'
    ? []
    : [finding(path, value, 'Give a function, or leave it out.')];
}

/** A setting that must be an object. */
function objectFindings(path: string, value: unknown, like: string): readonly Diagnostic[] {
  return value === undefined || value === null || isRecord(value) ? [] : [finding(path, value, `Give ${like}, or leave it out.`)];
}

/** What of the parameters can't be meant, whatever is asked for. */
export function settingsFindings(given: GivenParams): readonly Diagnostic[] {
  const { repair, truncation, continuations, signal, headers, planning, output_config: config, tools } = given;
  const retry: unknown = truncation?.retry;
  return [
    ...countFindings('/continuations', continuations, 0),
    ...objectFindings('/repair', repair, '`{ attempts: 1 }`'),
    ...(isRecord(repair) ? neededCount('/repair/attempts', repair.attempts, 0) : []),
    ...countFindings('/repair/tokens', repair?.tokens, 0),
    ...objectFindings('/truncation', truncation, '`{ retry: { maxTokens: 8192 } }`'),
    ...objectFindings('/truncation/retry', retry, '`{ maxTokens: 8192 }`'),
    ...(isRecord(retry) ? neededCount('/truncation/retry/maxTokens', retry['maxTokens'], 1) : []),
    ...signalFindings(signal),
    ...objectFindings('/headers', headers, 'an object with the value of each header'),
    ...objectFindings('/planning', planning, '`{ margin, pins, plan }`'),
    ...objectFindings('/output_config', config, 'an object such as `{ effort: "low" }`'),
    ...toolsFindings(tools),
  ];
}

function neededCount(path: string, value: unknown, least: number): readonly Diagnostic[] {
  return value === undefined
    ? [finding(path, value, `Give a whole number from ${least} on.`)]
    : countFindings(path, value, least);
}

export function signalFindings(signal: unknown): readonly Diagnostic[] {
  const { aborted, addEventListener } = (signal ?? {}) as Partial<AbortSignal>;
  if (signal === undefined || signal === null || (typeof aborted === 'boolean' && typeof addEventListener === 'function'))
    return [];
  return [finding('/signal', signal, 'Give an AbortSignal: the `signal` of an AbortController, not the controller itself.')];
}

function toolsFindings(tools: unknown): readonly Diagnostic[] {
  if (tools === undefined || tools === null) return [];
  const help = 'Give a list of tools, each made by `defineTool` or as the SDK takes it.';
  if (!Array.isArray(tools)) return [finding('/tools', tools, help)];
  return tools.flatMap((tool: unknown, index) => (isRecord(tool) ? [] : [finding(`/tools/${index}`, tool, help)]));
}

export function finding(path: string, value: unknown, help: string): Diagnostic {
  const name = path.slice(1).replaceAll('/', '.');
  return { code: 'bad-option', severity: 'error', path, message: `\`${name}\` is ${shown(value)}.`, help };
}

/** A value in words: short, and without calling anything of it. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value.slice(0, 80));
    case 'function':
      return 'a function';
    case 'symbol':
      return 'a symbol';
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'a list' : 'an object';
    default:
      return String(value);
  }
}
