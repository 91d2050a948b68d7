import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { listed, readArguments, splitCommand, valuesFor } from './arguments.js';
import { bugReport } from './bug.js';
import type { Command, Context } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import { EXIT, type ExitCode, gravest } from './exit.js';
import { Failure, usage } from './failure.js';
import { commandHelp, generalHelp } from './help.js';
import type { Io } from './io.js';
import { didYouMean } from './nearest.js';
import { GLOBALS, type Globals } from './options.js';
import { guessOutput, Output } from './output.js';
import { version } from './package.js';
import { Progress } from './progress.js';
import { failureReport, withFailures } from './report/failures.js';

/** Runs one command line to its end. Never rejects. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const guess = guessOutput(argv, io.cwd);
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof Failure) return tell(error, argv, io);
    io.stderr.write(bugReport(error, argv, guess.verbose));
    return EXIT.BUG;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<ExitCode> {
  const { command: name, rest } = splitCommand(argv);
  if (name === undefined) return withoutCommand(rest, io);
  if (name === 'help') return dispatch([...rest, '--help'], io);
  const entry = COMMANDS.get(name);
  if (!entry) throw unknownCommand(name, io.cwd);
  const command = await entry.load();
  const { positionals, values } = readArguments(rest, { ...command.options, ...GLOBALS }, `bascule ${name}`);
  const options = valuesFor(values, GLOBALS);
  if (options.version) return print(io, `${version()}\n`);
  if (options.help) return print(io, commandHelp(command));
  return start(command, positionals, options, io);
}

async function start(command: Command, positionals: readonly string[], options: Globals, io: Io): Promise<ExitCode> {
  const cwd = workingFolder(options.cwd, io);
  const verbose = options.verbose === true;
  const progress = new Progress(io, verbose);
  const file = options['output-file'];
  const output = new Output(io, {
    format: options.format ?? 'pretty',
    file: file === undefined ? undefined : resolve(cwd, file),
    noColor: options['no-color'] === true,
    verbose,
    cwd,
  });
  let code: ExitCode = EXIT.CLEAN;
  const context: Context = {
    io,
    cwd,
    positionals,
    options,
    progress,
    config: async () => (await import('./load/config.js')).loadConfig(context),
    print(report) {
      progress.done();
      const strays = io.isolation?.strays() ?? [];
      if (strays.length > 0) code = EXIT.FAILURE;
      return output.print(withFailures(report, strays, cwd));
    },
  };
  return gravest(await command.run(context), code);
}

function withoutCommand(argv: readonly string[], io: Io): ExitCode {
  const { values } = readArguments(argv, GLOBALS, 'bascule');
  if (values.version) return print(io, `${version()}\n`);
  if (values.help) return print(io, generalHelp());
  io.stderr.write(generalHelp());
  return EXIT.FAILURE;
}

function print(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return EXIT.CLEAN;
}

function workingFolder(asked: string | undefined, io: Io): string {
  if (asked === undefined) return io.cwd;
  const folder = resolve(io.cwd, asked);
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return folder;
  throw usage(
    `There is no folder ${folder}${stats ? ' (it is a file)' : ''}, which --cwd asks to work in.`,
    'Give --cwd an existing folder.',
  );
}

function unknownCommand(name: string, cwd: string): Failure {
  const names = [...COMMANDS.keys()];
  if (/[./\\#*]/.test(name) || statSync(resolve(cwd, name), { throwIfNoEntry: false }))
    return usage(
      `"${name}" is not a command; it looks like an address.`,
      `Name a command first: "bascule explain ${name}" or "bascule compile ${name}".`,
    );
  return usage(
    `There is no command "${name}".`,
    didYouMean(name, names, `The commands are ${listed(names)}; "bascule --help" says more.`),
  );
}

/** A failure in the form that was asked for; where not even that can be printed, on standard error. */
export async function tell(failure: Failure, argv: readonly string[], io: Io): Promise<ExitCode> {
  const { command = '' } = splitCommand(argv);
  const report = failureReport(COMMANDS.has(command) ? command : '', failure, io.cwd);
  const guess = guessOutput(argv, io.cwd);
  try {
    await new Output(io, failure.about.code === 'unwritable' ? { ...guess, file: undefined } : guess).print(report);
  } catch {
    io.stderr.write(`${failure.about.message} ${failure.about.help}\n`);
  }
  return EXIT.FAILURE;
}
