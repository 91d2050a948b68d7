import type { About } from '../../../src/lint/rule.js';
import { EXIT } from '../../exit.js';
import { line } from '../../report/line.js';
import type { Report } from '../../report/report.js';
import { printable, wrap } from '../../report/text.js';

/** The page of a lint rule. */
export function ruleReport({ id, category, level, law, evidence, page: text }: About): Report {
  return {
    command: 'explain',
    exit: EXIT.CLEAN,
    findings: [],
    data: { rule: { id, category, level, law, evidence, page: text } },
    pretty(page) {
      const lines = text.split('\n').map((part) => wrap(printable(part), page.width).join('\n'));
      return [
        line(
          [
            { text: id, styles: ['bold'] },
            { text: `${category}, ${level} by default`, styles: ['dim'] },
          ],
          '  ',
          page,
        ),
        wrap(law, page.width).join('\n'),
        ...lines,
        page.style('dim', wrap(printable(`${evidence.grade}: ${evidence.source}`), page.width).join('\n')),
      ].join('\n\n');
    },
  };
}
