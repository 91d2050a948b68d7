import type { Mode } from '../../src/compiled.js';
import { ApiError } from '../../src/emulator/api-error.js';
import { modelsById } from '../../src/emulator/models.js';
import { checkRequest } from '../../src/emulator/request/check.js';
import { claude, compile, SchemaError } from '../../src/index.js';
import type { Levels, LintFinding } from '../../src/lint/engine.js';
import { lintRequest } from '../../src/lint/request/engine.js';
import { requestSubject } from '../../src/lint/request/subject.js';
import type { TargetProfile } from '../../src/targets/profile.js';

/** What `lint` finds in the body of a request. */
export function lintBody(body: unknown, levels: Levels = {}, target: TargetProfile = claude): readonly LintFinding[] {
  const compileOne = (schema: unknown, mode: Mode) => {
    try {
      const compiled = compile<unknown>(schema, { mode, target });
      return { compiled, diagnostics: compiled.diagnostics };
    } catch (error) {
      if (error instanceof SchemaError) return { compiled: undefined, diagnostics: error.diagnostics };
      throw error;
    }
  };
  return lintRequest(requestSubject({ body, target }, compileOne), levels);
}

/** What the emulator, which enforces the API's rules one by one as it reads, says against a body; undefined where it takes it. */
export function emulated(body: object): string | undefined {
  try {
    const rules = { profile: claude, models: modelsById([], claude), betas: [], pauses: { continues: () => false } };
    checkRequest(body as Readonly<Record<string, unknown>>, rules);
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return error.message;
    throw error;
  }
}
