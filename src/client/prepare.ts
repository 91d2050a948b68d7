import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { claude } from '../targets/claude.js';
import type { TargetProfile } from '../targets/profile.js';
import { paramsOf, settingsFindings } from './check-settings.js';
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
  } = paramsOf(given);
  throwOn([...settingsFindings(given), ...conflicts(given, lifterFor)]);
  const fitted = lifterFor.fit?.(asked, askedTools ?? [], planning ?? {});
  const output = fitted ? fitted.output : asked === undefined ? undefined : lifterFor(asked);
  const tools = askedTools && fitted ? fitted.tools : askedTools;
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

/** Settings that do not go together. */
function conflicts({ output, output_config, planning }: GivenParams, lifterFor: LifterFor): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (path: string, message: string, help: string) =>
    found.push({ code: 'bad-option', severity: 'error', path, message, help });
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

/** The findings of a call that gives a value when there is nothing to read one with. Without, the answer would be plain text. */
export function outputFindings({ output }: GivenParams): readonly Diagnostic[] {
  if (output !== undefined) return [];
  return [
    {
      code: 'bad-option',
      severity: 'error',
      path: '/output',
      message: 'There is no `output`, so the answer would be any text and not a value.',
      help: 'Give a schema, `compile(schema)` or a generated module. If you do, it is undefined here: modules that import each other in a circle are a common cause. For text alone use `messages.create` of the SDK, or `runTools`.',
    },
  ];
}

/** What the SDK takes beside the body. */
export function optionsOf({ settings: { signal, headers } }: Prepared): RequestOptions {
  return { ...(signal && { signal }), ...(headers && { headers }) };
}

export function throwOn(found: readonly Diagnostic[]): void {
  if (found.some(({ severity }) => severity === 'error')) throw new RequestError(found);
}
