import { isRecord } from '../../../src/ir/json.js';
import type { Rule, TargetProfile } from '../../../src/targets/index.js';
import { EXIT } from '../../exit.js';
import type { Report } from '../../report/report.js';
import { table } from '../../report/table.js';

/** The rules of a target and what is known to support each. */
export function targetReport(target: TargetProfile): Report {
  return {
    command: 'explain',
    exit: EXIT.CLEAN,
    findings: [],
    data: { target },
    pretty(page) {
      const rows = rulesOf(target, '').map(([name, { value, evidence, source }]) => [
        { text: name },
        { text: written(value) },
        { text: evidence, style: evidence === 'documented' ? ('green' as const) : ('yellow' as const) },
        { text: source, style: 'dim' as const },
      ]);
      return `${page.style('bold', target.name)}  ${page.style('dim', `as known on ${target.date}`)}\n\n${table(['rule', 'value', 'evidence', 'source'], rows, page)}`;
    },
  };
}

function rulesOf(node: object, path: string): [string, Rule<unknown>][] {
  return Object.entries(node).flatMap(([key, value]): [string, Rule<unknown>][] => {
    const name = path === '' ? key : `${path}.${key}`;
    if (!isRecord(value)) return [];
    return 'evidence' in value && 'value' in value ? [[name, value as unknown as Rule<unknown>]] : rulesOf(value, name);
  });
}

function written(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
