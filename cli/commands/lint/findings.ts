import { resolve } from 'node:path';
import { catalog } from '../../../src/lint/catalog.js';
import { type Levels, type LintFinding, lint, subjectOf } from '../../../src/lint/engine.js';
import { suppression } from '../../../src/lint/suppression.js';
import { type Change, changeFor } from '../../fix/index.js';
import type { LoadedSchemas } from '../../load/schemas.js';
import { placeOf } from '../../report/diagnostics.js';
import { shown } from '../../report/failures.js';
import type { Finding } from '../../report/report.js';
import { idle, type Known, suppressionFindings } from '../../suppressions/findings.js';
import { suppress, suppressionsIn } from '../../suppressions/index.js';
import { inside, type Result, type Work } from '../../work.js';
import { framed } from './frames.js';
import type { LevelsFor } from './levels.js';

export interface Linted {
  readonly findings: readonly Finding[];
  /** What comments in the files asked to be passed over. */
  readonly passed: readonly Finding[];
  /** What can be mended safely. */
  fixes(): readonly Change[];
}

interface Found {
  readonly finding: Finding;
  change(): Change | undefined;
}

/** What the rules find in the schemas, but for what the files ask to be passed over. */
export function linted({ loaded, results, io, seconds }: Work, levels: LevelsFor, cwd: string): Linted {
  const found = results.flatMap((result) => {
    const leave = inside(result.schema, 'linting', io, seconds);
    const own = findingsIn(result, levels(result.overrides), cwd);
    leave();
    return own;
  });
  const suppressed = suppress(
    found.map(({ finding }) => finding),
    suppressionsIn(loaded, cwd),
  );
  const level = levels([])[suppression.id] ?? suppression.level;
  const known = knownOf(loaded, results, levels, cwd);
  const about = level === 'off' ? [] : suppressionFindings(suppressed, level, known);
  return {
    findings: framed([...once(suppressed.kept), ...about], loaded.sources, cwd),
    passed: suppressed.passed,
    fixes: () => [
      ...found.flatMap(({ finding, change }) => (suppressed.kept.includes(finding) ? (change() ?? []) : [])),
      ...(level === 'off' ? [] : idle(suppressed, known)).flatMap(({ file, removal }) =>
        removal ? { file: resolve(cwd, file), edits: removal } : [],
      ),
    ],
  };
}

function knownOf(loaded: LoadedSchemas, results: readonly Result[], levels: LevelsFor, cwd: string): Known {
  const whole = new Set([...loaded.whole].map((file) => shown(file, cwd)));
  return {
    rules: catalog.map(({ id }) => id),
    isOff: (rule, file) => {
      const own = results.filter(({ schema }) => schema.file !== undefined && shown(schema.file, cwd) === file);
      return [levels([]), ...own.map(({ overrides }) => levels(overrides))].some((each) => each[rule] === 'off');
    },
    isWhole: (file) => whole.has(file),
  };
}

function findingsIn({ schema, compiled, diagnostics, target }: Result, levels: Levels, cwd: string): readonly Found[] {
  const subject = subjectOf(compiled, diagnostics, target);
  return lint(subject, levels).map(({ rule, severity, path, message, help, fix }: LintFinding) => ({
    finding: {
      ...placeOf(schema, path, cwd),
      severity,
      rule,
      code: rule,
      address: schema.address,
      path: schema.origin(path),
      message,
      help,
    },
    change: () => fix && changeFor(schema, path, fix),
  }));
}

/** What is written once and used by several schemas is found once, and says where else. */
function once(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const { file, line, column, rule, message, address } = finding;
    const key = line === null ? `${address} ${first.size}` : JSON.stringify([file, line, column, rule, message]);
    const known = first.get(key);
    if (!known) first.set(key, finding);
    else if (known.address !== address && !known.also?.includes(address))
      first.set(key, { ...known, also: [...(known.also ?? []), address] });
  }
  return [...first.values()];
}
