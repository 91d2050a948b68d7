import type { Difference, Verdict } from '../../../src/diff/index.js';
import { type Told, whole } from './told.js';
import { valueText } from './values.js';

/** What a difference breaks, level by level. */
export function differenceTold({ wire, data, code }: Difference): Told[] {
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
