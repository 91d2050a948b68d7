import type { LoadedSchema } from '../load/load-target.js';
import type { Result } from '../work.js';
import { shown } from './failures.js';
import type { Finding } from './report.js';

/** What compiling found in a schema, with its place in the file where that is known. */
export function diagnosticFindings({ schema, diagnostics }: Pick<Result, 'schema' | 'diagnostics'>, cwd: string): Finding[] {
  return diagnostics.map(({ code, severity, path, message, help }) => ({
    ...placeOf(schema, path, cwd),
    severity,
    rule: code,
    code,
    address: schema.address,
    path: schema.origin(path),
    message,
    help,
  }));
}

/** The place of a pointer into the schema in its file. */
export function placeOf(
  schema: Pick<LoadedSchema, 'file' | 'locate'>,
  path: string,
  cwd: string,
): Pick<Finding, 'file' | 'line' | 'column'> {
  const position = schema.locate(path);
  const file = position?.file ?? schema.file;
  return {
    file: file === undefined ? null : shown(file, cwd),
    line: position?.line ?? null,
    column: position?.column ?? null,
  };
}
