import { catalog } from '../../../src/lint/catalog.js';
import type { Levels } from '../../../src/lint/engine.js';
import type { Level } from '../../../src/lint/rule.js';
import { listed } from '../../arguments.js';
import { usage } from '../../failure.js';
import { didYouMean } from '../../nearest.js';

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'off'] satisfies Level[];

/** The levels of the configuration, and over them those of the command line. Throws a `Failure` for a rule or a level that there is not. */
export function levelsOf(config: { readonly [rule: string]: string }, line: string | undefined): Levels {
  const own = (line ?? '').split(',').filter((part) => part.trim() !== '');
  const levels: Record<string, Level> = {};
  for (const [rule, level] of Object.entries(config)) levels[known(rule, '"rules" of the configuration')] = levelled(level, rule);
  for (const part of own) {
    const [rule = '', level] = part.split('=').map((each) => each.trim());
    if (level === undefined)
      throw usage(`--rule ${part} names no level.`, `Write --rule ${rule}=warning; the levels are ${listed(LEVELS)}.`);
    levels[known(rule, '--rule')] = levelled(level, rule);
  }
  return levels;
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
