/** What the process says to its caller. `BUG` is `EX_SOFTWARE` of sysexits. */
export const EXIT = { CLEAN: 0, FINDINGS: 1, FAILURE: 2, BUG: 70 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The exit code of a whole run is the gravest of its parts. */
export function gravest(...codes: readonly ExitCode[]): ExitCode {
  return codes.reduce((worst, code) => (code > worst ? code : worst), EXIT.CLEAN as ExitCode);
}
