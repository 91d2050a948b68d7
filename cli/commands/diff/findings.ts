import type { Difference, Verdict } from '../../../src/diff/index.js';
import { placeOf } from '../../report/diagnostics.js';
import type { Finding } from '../../report/report.js';
import type { Compared } from './compared.js';
import { counts, type Level } from './levels.js';
import { valueText } from './values.js';

type Told = Pick<Finding, 'rule' | 'path' | 'message' | 'help'> & {
  readonly level: Level;
  readonly unsure?: true;
  readonly note?: true;
};

/** What a change breaks, as findings: errors at or above the level asked, notes below it; what is undecided is a warning. */
export function diffFindings(compared: readonly Compared[], asked: Level, cwd: string): Finding[] {
  return compared.flatMap((one) => {
    const schema = 'after' in one ? one.after : one.before;
    const shown = 'after' in one ? undefined : null;
    return toldOf(one).map(({ level, unsure, note, ...told }) => ({
      ...placeOf(schema, told.path, cwd),
      ...(shown === null && { file: null, line: null, column: null }),
      severity: note || !counts(level, asked) ? ('info' as const) : unsure ? ('warning' as const) : ('error' as const),
      ...told,
      code: told.rule,
      address: schema.address,
      path: schema.origin(told.path),
    }));
  });
}

function toldOf(one: Compared): Told[] {
  switch (one.state) {
    case 'added':
      return [
        {
          level: 'wire',
          note: true,
          ...whole('diff/added', 'This schema is new: there is nothing to compare it with.', 'There is nothing to do.'),
        },
      ];
    case 'removed':
      return [
        {
          level: 'code',
          ...whole(
            'diff/removed',
            'This schema is gone, so whatever imports it or reads its answers breaks.',
            'Keep it until nobody uses it, or export what takes its place under its name.',
          ),
        },
      ];
    case 'renamed':
      return [
        {
          level: 'code',
          ...whole(
            'diff/renamed',
            `This schema was ${one.before.address}; it says the same.`,
            'Export it under its old name as well until nobody imports that.',
          ),
        },
        ...differenceTold(one.difference),
      ];
    case 'uncompilable':
      return [uncompilable(one)];
    default:
      return differenceTold(one.difference);
  }
}

function whole(rule: string, message: string, help: string): Pick<Told, 'rule' | 'path' | 'message' | 'help'> {
  return { rule, path: '', message, help };
}

function uncompilable({ side, reason }: Extract<Compared, { state: 'uncompilable' }>): Told {
  const which = side === 'before' ? 'as it was' : side === 'after' ? 'as it is now' : 'neither as it was nor as it is now';
  return {
    level: 'code',
    // What could not be compiled has no answers that could break.
    ...(side !== 'after' && { unsure: true }),
    ...whole(
      'diff/uncompilable',
      `This schema cannot be compiled ${which}, so nothing can be compared: ${reason}`,
      'See what `bascule lint` says of it.',
    ),
  };
}

function differenceTold({ wire, data, code }: Difference): Told[] {
  const told: (Told | undefined)[] = [
    wire.grammar
      ? {
          level: 'wire',
          ...whole(
            'diff/wire-grammar',
            'The wire schema is another one, so the API compiles its grammar anew: the first request after the change takes longer, and cached prompts are lost.',
            'Warm it up with `warm` before traffic moves over.',
          ),
        }
      : wire.prompt
        ? {
            level: 'wire',
            ...whole(
              'diff/wire-prompt',
              'Titles or descriptions that are sent changed: the compiled grammar stays, but cached prompts are lost.',
              'Make such changes together, not one by one.',
            ),
          }
        : undefined,
    dataTold('backward', 'values', data.backward),
    dataTold('forward', 'values', data.forward),
    data.texts.backward === data.backward ? undefined : dataTold('backward', 'texts', data.texts.backward),
    data.texts.forward === data.forward ? undefined : dataTold('forward', 'texts', data.texts.forward),
    codeTold(code),
    ...code.removed.map(
      (path): Told => ({
        level: 'code',
        rule: 'diff/code-removed',
        path,
        message: 'The property is gone, so code that reads it no longer compiles.',
        help: 'Stop reading it first; then remove it.',
      }),
    ),
    ...code.renamed.map(
      ({ path, from, to }): Told => ({
        level: 'code',
        rule: 'diff/code-renamed',
        path,
        message: `"${from}" is called "${to}" now.`,
        help: 'Rename it wherever code uses it.',
      }),
    ),
  ];
  return told.filter((one) => one !== undefined);
}

const WHO = {
  backward: {
    values: 'Answers stored so far',
    texts: 'Answers stored so far as the text that the model wrote',
    reader: 'the new schema',
  },
  forward: {
    values: 'Answers to the new schema',
    texts: 'Answers to the new schema, as the text that the model writes,',
    reader: 'the old reader',
  },
} as const;

function dataTold(direction: 'backward' | 'forward', form: 'values' | 'texts', verdict: Verdict): Told | undefined {
  const { [form]: who, reader } = WHO[direction];
  const rule = `diff/data-${direction}${form === 'texts' ? '-text' : ''}`;
  if (verdict.verdict === 'compatible') return undefined;
  if (verdict.verdict === 'undecided')
    return {
      level: 'data',
      unsure: true,
      rule,
      path: verdict.path,
      message: `${who}: nobody can tell whether ${reader} reads them all, since ${verdict.reason}. None of ${verdict.tried} values that were tried breaks.`,
      help: 'Try `bascule parse` on answers of yours.',
    };
  const { value, text, issues } = verdict.witness;
  const [first] = issues;
  const at = first === undefined || first.path.length === 0 ? '' : ` at ${first.path.map((step) => `/${step}`).join('')}`;
  return {
    level: 'data',
    rule,
    path: verdict.path,
    message: `${who} break with ${reader}: ${text ?? valueText(value)} is refused${at}: ${first?.message ?? 'it does not pass.'}`,
    help:
      direction === 'backward'
        ? 'Allow what was allowed before, or migrate what is stored.'
        : 'Bring the new reader out before the new schema.',
  };
}

function codeTold({ type, witness, reason }: Difference['code']): Told | undefined {
  const help = 'Compile the code that uses it, and mend what TypeScript says.';
  const example = witness === undefined ? '' : `, such as ${valueText(witness)}`;
  switch (type) {
    case 'same':
      return undefined;
    case 'undecided':
      return {
        level: 'code',
        unsure: true,
        ...whole(
          'diff/code-type',
          `Nobody can tell what became of the TypeScript type, since ${reason ?? 'it cannot be compared'}.`,
          help,
        ),
      };
    case 'wider':
      return {
        level: 'code',
        ...whole(
          'diff/code-type',
          `The TypeScript type is wider: code that reads it meets values it did not know${example}.`,
          help,
        ),
      };
    case 'narrower':
      return {
        level: 'code',
        ...whole(
          'diff/code-type',
          `The TypeScript type is narrower: code that makes such values may no longer compile${example === '' ? '' : `; gone is ${valueText(witness)}`}.`,
          help,
        ),
      };
    default:
      return {
        level: 'code',
        ...whole(
          'diff/code-type',
          `The TypeScript type is another one: it has values it did not have${example}, and lacks some that it had.`,
          help,
        ),
      };
  }
}
