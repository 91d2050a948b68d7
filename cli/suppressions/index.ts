import { kindOf } from '../load/kinds.js';
import type { LoadedSchemas } from '../load/schemas.js';
import { readText } from '../load/text.js';
import { shown } from '../report/failures.js';
import type { Finding } from '../report/report.js';
import { mayIgnore } from './directive.js';
import { jsonSuppressions } from './json.js';
import { moduleSuppressions } from './module.js';
import type { Suppression } from './suppression.js';

/** What is left of findings when what was asked to be passed over is, and which suppressions that took. */
export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly passed: readonly Finding[];
  /** Those that did nothing, by rule. */
  readonly unused: readonly { readonly suppression: Suppression; readonly rule: string }[];
  readonly all: readonly Suppression[];
}

/** Passes over the findings that a comment with their rule covers. A suppression that names no rule covers none. */
export function suppress(findings: readonly Finding[], suppressions: readonly Suppression[]): Suppressed {
  const used = new Set<string>();
  const kept: Finding[] = [];
  const passed: Finding[] = [];
  for (const finding of findings) {
    const covering = [...suppressions.entries()].filter(([, each]) => each.rules.includes(finding.rule) && each.covers(finding));
    for (const [index] of covering) used.add(`${index} ${finding.rule}`);
    (covering.length > 0 ? passed : kept).push(finding);
  }
  const unused = suppressions.flatMap((suppression, index) =>
    suppression.rules.filter((rule) => !used.has(`${index} ${rule}`)).map((rule) => ({ suppression, rule })),
  );
  return { kept, passed, unused, all: suppressions };
}

/** The suppressions in all files that had a part in the schemas. */
export function suppressionsIn({ files, schemas, sources }: LoadedSchemas, cwd: string): readonly Suppression[] {
  return files.flatMap((file) => {
    const name = shown(file, cwd);
    const text = textOf(file, name);
    if (text === undefined || !mayIgnore(text)) return [];
    if (kindOf(file, name) === 'json')
      return jsonSuppressions(
        text,
        name,
        schemas.filter((schema) => schema.file === file),
      );
    const syntax = sources.get(file);
    return syntax ? moduleSuppressions(syntax, name, schemas) : [];
  });
}

/** What could not be read has been told already. */
function textOf(file: string, name: string): string | undefined {
  try {
    return readText(file, name);
  } catch {
    return undefined;
  }
}
