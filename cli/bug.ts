import { bugTracker, version } from './package.js';

/** What is said when bascule itself fails. */
export function bugReport(error: unknown, argv: readonly string[], verbose: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const where = bugTracker();
  const stack = error instanceof Error && error.stack !== undefined ? error.stack : '';
  return `This is a bug of bascule, not of your schema or your settings: ${message}
Nothing it printed before should be relied on. Please report it${where === undefined ? '' : ` at ${where}`} with the schema and these lines:
  bascule ${version()}, Node ${process.version}, ${process.platform}; bascule ${argv.join(' ')}
${verbose ? `${stack}\n` : 'The same command with --verbose prints the stack, which helps.\n'}`;
}
