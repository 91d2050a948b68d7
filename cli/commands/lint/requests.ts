import { compile } from '../../../src/compile.js';
import type { Compiled, Mode } from '../../../src/compiled.js';
import { SchemaError } from '../../../src/diagnostics/schema-error.js';
import { tokens } from '../../../src/ir/pointer.js';
import type { Levels } from '../../../src/lint/engine.js';
import { lintRequest } from '../../../src/lint/request/engine.js';
import { requestSubject } from '../../../src/lint/request/subject.js';
import { Failure } from '../../failure.js';
import { type LoadedConfig, timeoutOf } from '../../load/config.js';
import { Modules } from '../../load/modules.js';
import { overridesFor } from '../../load/overrides.js';
import { isAnyRequest, loadRequestFile, type RequestFile } from '../../load/request.js';
import { sendable } from '../../load/sendable.js';
import { compileOptions, type SettledOptions } from '../../load/settings.js';
import { placeOf } from '../../report/diagnostics.js';
import type { Finding } from '../../report/report.js';
import type { Context } from '../command.js';
import { framed } from './frames.js';
import type { LevelsFor } from './levels.js';

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
  context: Context,
  config: LoadedConfig | undefined,
  levels: LevelsFor,
): Promise<RequestsFound> {
  if (addresses.length === 0) return { requests: 0, findings: [], failures: [] };
  const { io, cwd, options } = context;
  const seconds = timeoutOf(options, config);
  const modules = new Modules({ io, cwd, timeout: seconds });
  const overridesOf = await overridesFor(config);
  const findings: Finding[] = [];
  const failures: Failure[] = [];
  for (const address of addresses) {
    context.progress.step(`Looking at the request ${address}`);
    try {
      const request = await loadRequestFile(address, cwd, modules, isAnyRequest);
      const overrides = overridesOf(request.file);
      const settings = compileOptions(options, ...overrides.toReversed(), config?.config ?? {});
      io.isolation?.enter({ file: request.file, shown: request.address, doing: 'linting', seconds });
      findings.push(...findingsIn(request, settings, levels(overrides), cwd));
      io.isolation?.leave();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures.push(error.at(address));
    }
  }
  return { requests: addresses.length - failures.length, findings: framed(findings, modules.sources, cwd), failures };
}

function findingsIn(request: RequestFile, settled: SettledOptions, levels: Levels, cwd: string): Finding[] {
  const { mode: _, encode: __, ...settings } = settled;
  const given = sendable(request.value, settings.target, settings);
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
