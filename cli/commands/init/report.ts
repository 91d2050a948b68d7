import { EXIT } from '../../exit.js';
import { shown } from '../../report/failures.js';
import type { Page } from '../../report/page.js';
import type { Report } from '../../report/report.js';
import { table } from '../../report/table.js';
import { indent, wrap } from '../../report/text.js';
import type { Settled } from './settle.js';

export interface InitParts {
  readonly cwd: string;
  readonly schemas: readonly string[];
  readonly files: readonly Settled[];
  readonly dry: boolean;
  readonly installed: boolean;
}

const WORDS = { written: 'written', planned: 'would be written', kept: 'exists, left as it is (--force overwrites)' };

/** What was written, and what to do next. */
export function initReport({ cwd, schemas, files, dry, installed }: InitParts): Report {
  return {
    command: 'init',
    exit: EXIT.CLEAN,
    findings: [],
    data: { files: files.map(({ file, status }) => ({ file: shown(file, cwd), status })), schemas },
    pretty(page) {
      const rows = files.map(({ file, status }) => [{ text: shown(file, cwd) }, { text: WORDS[status], style: 'dim' as const }]);
      const texts = dry ? files.filter(({ status }) => status === 'planned').map(({ text }) => indent(text.trimEnd(), 2)) : [];
      return [table([], rows, page), ...texts, `Schemas: ${schemas.join(', ')}`, next(schemas, installed, page)].join('\n\n');
    },
  };
}

function next(schemas: readonly string[], installed: boolean, page: Page): string {
  const quoted = schemas.map((schema) => (/^[\w./@-]+$/.test(schema) ? schema : `'${schema.replaceAll("'", "'\\''")}'`));
  const patterns = Object.fromEntries(schemas.map((schema) => [/\.\w+$/.test(schema) ? schema : `${schema}/**`, 'bascule lint']));
  const steps: [string, string][] = [
    ...(installed
      ? []
      : [
          ['Add bascule to the project, so that everybody runs the same one:', 'npm install --save-dev bascule'] as [
            string,
            string,
          ],
        ]),
    ['See what it says:', 'npx bascule check'],
    ['Lint before each commit, in .git/hooks/pre-commit (executable):', hook(quoted)],
    ['or, with lint-staged, in package.json:', `"lint-staged": ${JSON.stringify(patterns)}`],
  ];
  return [
    'Next:',
    ...steps.map(([say, text]) => `${wrap(say, page.width).join('\n')}\n${page.style('cyan', indent(text, 2))}`),
  ].join('\n');
}

/** Lints all schemas when one of them is staged: a module that changes bears on those that import it. */
function hook(pathspecs: readonly string[]): string {
  return `#!/bin/sh\ngit diff --cached --quiet -- ${pathspecs.join(' ')} || npx bascule lint`;
}
