/** Of the errors of a union's options, those that lie deepest; of two lists that reach as deep, the shorter. */
export function deepest<Error>(
  options: readonly (readonly Error[])[],
  depth: (error: Error) => number,
): readonly Error[] | undefined {
  let best: readonly Error[] | undefined;
  let most = -1;
  for (const errors of options) {
    const reach = errors.reduce((deep, error) => Math.max(deep, depth(error)), -1);
    if (reach > most || (reach === most && best && errors.length < best.length)) {
      best = errors;
      most = reach;
    }
  }
  return best;
}
