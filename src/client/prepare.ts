import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { claude } from '../targets/claude.js';
import type { TargetProfile } from '../targets/profile.js';
import type { RequestOptions } from './client.js';
import type { Reading } from './conclude.js';
import type { LifterFor, Planning } from './lifter-for.js';
import type { RequestBody } from './message.js';
import type { RepairOptions } from './repair.js';
import { RequestError } from './request-error.js';
import { byName, type GivenTool } from './tool-reader.js';

/** What a call takes beside the parameters of the SDK. */
export interface Settings {
  /** Sends answers that are not valid back to be corrected. Default: never. */
  readonly repair?: RepairOptions;
  /** Most times a turn that the API paused (`pause_turn`) is continued. Default 5. */
  readonly continuations?: number;
  /** `retry`: an answer cut by `max_tokens` is asked for once more with that many. Default: never. */
  readonly truncation?: { readonly retry?: { readonly maxTokens: number } };
  /** Aborts the request that is under way; the SDK's abort error comes through. */
  readonly signal?: AbortSignal;
  /** Headers for each request, such as `anthropic-beta`. */
  readonly headers?: { readonly [name: string]: string };
  /** How the schemas of the request are made to fit together, as the options of `compileRequest`. Needs the compiler. */
  readonly planning?: Planning;
  /** Asks the Models API, once per model, whether the model has structured outputs. Default false: the profile's list decides. */
  readonly checkModel?: boolean;
}

/** Parameters as they come from the caller. */
export interface GivenParams extends Settings {
  readonly output?: unknown;
  readonly tools?: readonly GivenTool[];
  readonly output_config?: { readonly [name: string]: unknown } | null;
  readonly messages?: unknown;
}

/** A request that is ready to be sent, with what its answers are read with. */
export interface Prepared extends Reading {
  readonly body: RequestBody;
  readonly settings: Settings;
  readonly target: TargetProfile;
  readonly demoted: readonly string[];
  /** What was chosen for its schemas, where there is a compiler. */
  readonly plan: object | undefined;
}

/** Takes the parameters apart: what is sent, and what is ours. Throws `RequestError` for settings that make no sense. */
export function prepare(given: GivenParams, lifterFor: LifterFor): Prepared {
  const {
    output: asked,
    repair,
    continuations,
    truncation,
    signal,
    headers,
    checkModel,
    planning,
    tools: askedTools,
    ...rest
  } = given;
  throwOn(settingsFindings(given, lifterFor));
  const fitted = lifterFor.fit?.(asked, Array.isArray(askedTools) ? askedTools : [], planning ?? {});
  const output = fitted ? fitted.output : asked === undefined ? undefined : lifterFor(asked);
  const tools = Array.isArray(askedTools) && fitted ? fitted.tools : askedTools;
  const body = {
    ...rest,
    ...(output && {
      output_config: { ...rest.output_config, format: { type: 'json_schema', schema: output.wire } },
    }),
    ...(tools && { tools: tools.map(plain) }),
  } as RequestBody;
  return {
    body,
    output,
    tools: byName(tools ?? []),
    demoted: fitted?.demoted ?? [],
    plan: fitted?.plan,
    target: (output as { target?: TargetProfile } | undefined)?.target ?? claude,
    settings: {
      ...(repair && { repair }),
      ...(continuations !== undefined && { continuations }),
      ...(truncation && { truncation }),
      ...(signal && { signal }),
      ...(headers && { headers }),
      ...(checkModel !== undefined && { checkModel }),
    },
  };
}

/** A tool without its functions: what is sent. */
function plain(tool: GivenTool): object {
  return Object.fromEntries(Object.entries(tool).filter(([, value]) => typeof value !== 'function'));
}

/** A setting that must be a whole number from `least` on. */
export function countFindings(path: string, value: unknown, least: number): readonly Diagnostic[] {
  if (value === undefined || (Number.isSafeInteger(value) && (value as number) >= least)) return [];
  return [
    {
      code: 'bad-option',
      severity: 'error',
      path,
      message: `\`${path.slice(1).replaceAll('/', '.')}\` is ${shownValue(value)}.`,
      help: `Give a whole number from ${least} on.`,
    },
  ];
}

function shownValue(value: unknown): string {
  return typeof value === 'string'
    ? JSON.stringify(value)
    : typeof value === 'object' && value !== null
      ? 'an object'
      : String(value);
}

function settingsFindings(
  { output, output_config, repair, continuations, truncation, planning }: GivenParams,
  lifterFor: LifterFor,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (path: string, message: string, help: string) =>
    found.push({ code: 'bad-option', severity: 'error', path, message, help });
  const count = (path: string, value: unknown, least: number) => found.push(...countFindings(path, value, least));
  count('/continuations', continuations, 0);
  count('/repair/attempts', repair?.attempts, 0);
  count('/repair/tokens', repair?.tokens, 0);
  count('/truncation/retry/maxTokens', truncation?.retry?.maxTokens, 1);
  if (planning !== undefined && !lifterFor.fit)
    report(
      '/planning',
      'There is a `planning`, but this entry holds no compiler that could plan.',
      'Import from "bascule", or take it away.',
    );
  if (output !== undefined && output_config?.['format'] !== undefined)
    report(
      '/output_config/format',
      'There is both an `output` and an `output_config.format`.',
      'Leave `output_config.format` out: it is made from `output`.',
    );
  return found;
}

/** What the SDK takes beside the body. */
export function optionsOf({ settings: { signal, headers } }: Prepared): RequestOptions {
  return { ...(signal && { signal }), ...(headers && { headers }) };
}

export function throwOn(found: readonly Diagnostic[]): void {
  if (found.some(({ severity }) => severity === 'error')) throw new RequestError(found);
}
