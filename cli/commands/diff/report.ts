import type { Difference, Verdict } from '../../../src/diff/index.js';
import { EXIT, gravest } from '../../exit.js';
import { failureFinding } from '../../report/failures.js';
import { findingsSummary } from '../../report/findings.js';
import { line } from '../../report/line.js';
import type { Listing } from '../../report/listing.js';
import type { Page } from '../../report/page.js';
import { table } from '../../report/table.js';
import { counted } from '../../report/text.js';
import type { Comparison } from './against.js';
import type { Compared } from './compared.js';
import { diffFindings } from './findings.js';
import type { Level } from './levels.js';
import { plainValue } from './values.js';

/** What a change of schemas does, for people and for machines. */
export function diffListing({ compared, failures }: Comparison, asked: Level, cwd: string): Listing {
  const found = diffFindings(compared, asked, cwd);
  const unloaded = failures.map((failure) => failureFinding(failure, cwd));
  const breaks = found.some(({ severity }) => severity === 'error');
  return {
    command: 'diff',
    exit: gravest(failures.length > 0 ? EXIT.FAILURE : EXIT.CLEAN, breaks ? EXIT.FINDINGS : EXIT.CLEAN),
    findings: [...unloaded, ...found],
    data: { level: asked, schemas: compared.map(plain) },
    lead: (page) => compared.flatMap((one) => overview(one, page)).join('\n\n'),
    summary(findings, page) {
      const count = (state: Compared['state']) => compared.filter((one) => one.state === state).length;
      const states = (['added', 'removed', 'renamed'] as const).filter((state) => count(state) > 0);
      const same = compared.filter((one) => one.state === 'compared' && isSame(one.difference)).length;
      const what = [
        counted(compared.length, 'schema'),
        ...(same > 0 ? [`${same === compared.length ? 'all' : same} unchanged`] : []),
        ...states.map((state) => `${count(state)} ${state}`),
      ].join(', ');
      const told = findingsSummary(findings, page);
      return `${what}${told.length === 0 ? '; nothing breaks' : `: ${line(told, ', ', page)}`}.`;
    },
  };
}

function isSame({ changes, wire }: Difference): boolean {
  return changes.length === 0 && !wire.prompt;
}

/** What changed, and what that means in one line for each level; nothing for what is the same. */
function overview(one: Compared, page: Page): string[] {
  if (one.state !== 'compared' && one.state !== 'renamed') return [];
  const { changes, wire, data, code } = one.difference;
  if (isSame(one.difference)) return [];
  const rows = changes.map(({ path, words }) => [{ text: path === '' ? '(root)' : path }, { text: words }]);
  const wireWords = wire.grammar
    ? 'grammar compiled anew, cached prompts lost'
    : wire.prompt
      ? 'same grammar, cached prompts lost'
      : 'the same';
  const levels = [
    ['wire', wireWords],
    [
      'data',
      `old answers, new schema: ${verdictWords(data.backward, data.texts.backward)}; new answers, old reader: ${verdictWords(data.forward, data.texts.forward)}`,
    ],
    [
      'code',
      code.type === 'same' && code.removed.length + code.renamed.length > 0 ? 'properties are gone or renamed' : TYPES[code.type],
    ],
  ].map(([name = '', words = '']) => [{ text: name, style: 'cyan' as const }, { text: words }]);
  return [
    [
      page.style('bold', one.after.address),
      ...(rows.length > 0 ? [table([], rows, page), ''] : []),
      table([], levels, page),
    ].join('\n'),
  ];
}

const TYPES = {
  same: 'the same type',
  wider: 'a wider type',
  narrower: 'a narrower type',
  changed: 'another type',
  undecided: 'undecided',
} as const;

function verdictWords(values: Verdict, texts: Verdict): string {
  if (values.verdict !== 'compatible' || texts === values) return values.verdict;
  return texts.verdict === 'breaks' ? 'compatible, but not as text' : 'compatible, as text undecided';
}

function plain(one: Compared) {
  const base = {
    state: one.state,
    before: 'before' in one ? one.before.address : null,
    after: 'after' in one ? one.after.address : null,
  };
  if (one.state !== 'compared' && one.state !== 'renamed') return base;
  const { changes, wire, data, code } = one.difference;
  return {
    ...base,
    changes: changes.map(({ path, words, note }) => ({ path, words, ...(note && { note }) })),
    wire,
    data: plainValue(data),
    code: plainValue(code),
  };
}
