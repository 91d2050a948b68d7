import type { Config, ConfigOverride } from '../../../src/config.js';
import { catalog } from '../../../src/lint/catalog.js';
import type { Levels } from '../../../src/lint/engine.js';
import type { Level } from '../../../src/lint/rule.js';
import { listed } from '../../arguments.js';
import { usage } from '../../failure.js';
import { didYouMean } from '../../nearest.js';

/** The levels that hold for a schema, by the overrides that apply to it. */
export type LevelsFor = (overrides: readonly ConfigOverride[]) => Levels;

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'off'] satisfies Level[];

/**
 * The levels that hold for a schema: those of the configuration, over them its overrides, over them the command line.
 * Throws a `Failure` for a rule or a level that there is not, wherever it is named.
 */
export function levelsFor(config: Config, lines: readonly string[] = []): LevelsFor {
  const base = levelsOf(Object.entries(config.rules ?? {}), '"rules" of the configuration');
  const special = new Map(
    config.overrides?.map((override, index) => [
      override,
      levelsOf(Object.entries(override.rules ?? {}), `"overrides[${index}].rules" of the configuration`),
    ]),
  );
  const last = levelsOf(lines.flatMap(pairs), '--rule');
  return (overrides) => Object.assign({}, base, ...overrides.map((each) => special.get(each)), last);
}

function pairs(line: string): [rule: string, level: string][] {
  const parts = line.split(',').filter((part) => part.trim() !== '');
  return parts.map((part) => {
    const [rule = '', level] = part.split('=').map((each) => each.trim());
    if (level === undefined)
      throw usage(`--rule ${part} names no level.`, `Write --rule ${rule}=warning; the levels are ${listed(LEVELS)}.`);
    return [rule, level];
  });
}

function levelsOf(entries: readonly (readonly [string, string])[], where: string): Levels {
  return Object.fromEntries(entries.map(([rule, level]) => [known(rule, where), levelled(level, rule)]));
}

function known(id: string, where: string): string {
  const ids = catalog.map((rule) => rule.id);
  if (ids.includes(id)) return id;
  throw usage(`There is no rule "${id}", which ${where} names.`, didYouMean(id, ids, `The rules are ${listed(ids)}.`));
}

function levelled(level: string, rule: string): Level {
  if (LEVELS.includes(level)) return level as Level;
  throw usage(`The rule ${rule} has no level "${level}".`, didYouMean(level, LEVELS, `The levels are ${listed(LEVELS)}.`));
}
