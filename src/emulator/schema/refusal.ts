/** Thrown inside, so that the first fault of a node ends its check. */
export class Refusal extends Error {
  /** Where below the node the fault is. */
  readonly steps: readonly string[];
  constructor(message: string, steps: readonly string[]) {
    super(message);
    this.steps = steps;
  }
}

export function refuse(message: string, ...steps: string[]): never {
  throw new Refusal(message, steps);
}
