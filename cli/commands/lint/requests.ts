import { compile } from '../../../src/compile.js';
import type { Compiled, Mode } from '../../../src/compiled.js';
import { SchemaError } from '../../../src/diagnostics/schema-error.js';
import { tokens } from '../../../src/ir/pointer.js';
import type { Levels } from '../../../src/lint/engine.js';
import { lintRequest } from '../../../src/lint/request/engine.js';
import { requestSubject } from '../../../src/lint/request/subject.js';
import type { TargetProfile } from '../../../src/targets/profile.js';
import { Failure } from '../../failure.js';
import { type LoadedConfig, timeoutOf } from '../../load/config.js';
import { Modules } from '../../load/modules.js';
import { isAnyRequest, loadRequestFile, type RequestFile } from '../../load/request.js';
import { sendable } from '../../load/sendable.js';
import { compileOptions } from '../../load/settings.js';
import { placeOf } from '../../report/diagnostics.js';
import type { Finding } from '../../report/report.js';
import type { Context } from '../command.js';
import type { LintOptions } from './index.js';

/** What was found in requests. */
export interface RequestsFound {
  readonly requests: number;
  readonly findings: readonly Finding[];
  /** Requests that could not be loaded; the others were. */
  readonly failures: readonly Failure[];
}

/** What the rules find in the requests at the addresses. */
export async function lintRequests(
  addresses: readonly string[],
  context: Context<LintOptions>,
  config: LoadedConfig | undefined,
  levels: Levels,
): Promise<RequestsFound> {
  const { io, cwd, options } = context;
  const modules = new Modules({ io, cwd, timeout: timeoutOf(options, config) });
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  for (const address of addresses) {
    context.progress.step(`Looking at the request ${address}`);
    try {
      const request = await loadRequestFile(address, cwd, modules, isAnyRequest);
      findings.push(...findingsIn(request, context, config, levels));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error.at(address));
    }
  }
  return { requests: addresses.length - failures.length, findings, failures };
}

function findingsIn(
  request: RequestFile,
  { options, cwd }: Context<LintOptions>,
  config: LoadedConfig | undefined,
  levels: Levels,
): Finding[] {
  const { mode: _, encode: __, ...settings } = compileOptions(options, {}, config?.config ?? {});
  const given = sendable(request.value, settings.target as TargetProfile, settings);
  const compileOne = (schema: unknown, mode: Mode) => {
    try {
      const compiled = compile(schema, { ...settings, mode }) as Compiled;
      return { compiled, diagnostics: compiled.diagnostics };
    } catch (error) {
      if (error instanceof SchemaError) return { compiled: undefined, diagnostics: error.diagnostics };
      throw error;
    }
  };
  const place = { file: request.file, locate: (path: string) => nearest(request, path) };
  return lintRequest(requestSubject(given, compileOne), levels).map(({ rule, severity, path, message, help }) => ({
    ...placeOf(place, path, cwd),
    severity,
    rule,
    code: rule,
    address: request.address,
    path,
    message,
    help,
  }));
}

/** Where the place is written, or what would hold it: what is missing has no place of its own. */
function nearest({ locate }: RequestFile, path: string) {
  const steps = tokens(path).length;
  let at = path;
  for (let step = 0; step <= steps; step++, at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const position = locate(at);
    if (position) return position;
  }
  return undefined;
}
