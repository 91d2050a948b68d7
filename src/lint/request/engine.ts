import { type Levels, type LintFinding, levelOf, lint } from '../engine.js';
import type { Category } from '../rule.js';
import { rules } from '../rules/index.js';
import type { RequestSubject } from './rule.js';
import { requestRules } from './rules/index.js';

/** What holds for schemas that no grammar is made of too. */
const OF_ANY: ReadonlySet<Category> = new Set(['answers', 'privacy']);
const LOOSE = rules.filter(({ category }) => OF_ANY.has(category));

/** Everything that the rules find in a request, then in each of its schemas. Paths lead into the request. */
export function lintRequest(request: RequestSubject, levels: Levels = {}): readonly LintFinding[] {
  const whole = requestRules.flatMap((rule): LintFinding[] => {
    const severity = levelOf(rule, levels);
    return severity === 'off' ? [] : [...rule.check(request)].map((hit) => ({ rule: rule.id, severity, ...hit }));
  });
  const inside = request.schemas.flatMap(({ path, isStrict, subject }) =>
    lint(subject, levels, isStrict ? rules : LOOSE).map((found) => ({ ...found, path: path + found.path })),
  );
  return [...whole, ...inside];
}
