import { placeOf } from '../../report/diagnostics.js';
import type { Finding } from '../../report/report.js';
import type { Compared } from './compared.js';
import { differenceTold } from './difference.js';
import { counts, type Level } from './levels.js';
import { type Told, whole } from './told.js';

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
