import type { Expression } from './syntax.js';

/** The most characters that neighbouring wildcards demand; `all`: nothing parts the wildcards before from those behind. */
export interface WildRun {
  readonly min: number;
  readonly all: boolean;
  readonly start: number;
  readonly end: number;
}

const NONE: WildRun = { min: 0, all: false, start: 0, end: 0 };

export function wildRun(expression: Expression): WildRun {
  switch (expression.kind) {
    case 'set':
      return expression.wild ? { min: 1, all: true, start: 1, end: 1 } : NONE;
    case 'sequence':
      return expression.items.map(wildRun).reduce(joined, { ...NONE, all: true });
    case 'choice': {
      const runs = expression.options.map(wildRun);
      const most = (of: (run: WildRun) => number): number => Math.max(...runs.map(of));
      return {
        min: most((run) => run.min),
        all: runs.some((run) => run.all),
        start: most((run) => run.start),
        end: most((run) => run.end),
      };
    }
    case 'repeat': {
      const run = wildRun(expression.item);
      // What may be repeated even once more meets itself; a wildcard alone that may be absent demands nothing.
      if (run.all) {
        const demanded =
          expression.item.kind === 'set'
            ? expression.min
            : expression.max > 1
              ? run.min * Math.max(expression.min, run.min > 0 ? 1 : 0)
              : run.min;
        return { min: demanded, all: true, start: demanded, end: demanded };
      }
      const min = expression.max > 1 ? Math.max(run.min, run.end + run.start) : run.min;
      return { ...run, min, all: expression.min === 0 };
    }
    default:
      return { ...NONE, all: true };
  }
}

function joined(left: WildRun, right: WildRun): WildRun {
  return {
    min: Math.max(left.min, right.min, left.end + right.start),
    all: left.all && right.all,
    start: left.all ? left.start + right.start : left.start,
    end: right.all ? left.end + right.end : right.end,
  };
}
