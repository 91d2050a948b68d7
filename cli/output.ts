import { resolve } from 'node:path';
import { EXIT } from './exit.js';
import type { Io, Sink } from './io.js';
import { FORMATS, type Format, REPORTERS, type Reporter } from './report/formats.js';
import { type Page, pageFor, prefixFor, wantsColors } from './report/page.js';
import type { Report } from './report/report.js';
import { writeFileAtomic } from './write.js';

export interface OutputOptions {
  readonly format: Format;
  /** Absolute path. */
  readonly file?: string | undefined;
  readonly noColor: boolean;
  readonly verbose: boolean;
  /** Absolute path of the working folder. */
  readonly cwd: string;
}

/** Brings reports where they belong. */
export class Output {
  readonly #io: Io;
  readonly #options: OutputOptions;

  constructor(io: Io, options: OutputOptions) {
    this.#io = io;
    this.#options = options;
  }

  async print(report: Report): Promise<void> {
    const { format } = this.#options;
    const reporter = await REPORTERS[format]();
    if (format !== 'pretty') {
      this.#deliver(reporter(report, this.#page(undefined)));
      // A report that went to a file tells nobody why the command failed.
      if (this.#options.file !== undefined && report.exit !== EXIT.CLEAN) this.#toStderr(report, await REPORTERS.pretty());
      return;
    }
    if (report.raw !== undefined) {
      this.#deliver(report.raw);
      if (report.findings.some((finding) => finding.severity !== 'info') || this.#options.verbose)
        this.#toStderr(report, reporter);
      return;
    }
    if (report.failed) this.#toStderr(report, reporter);
    else this.#deliver(reporter(report, this.#page(this.#options.file === undefined ? this.#io.stdout : undefined)));
  }

  #toStderr(report: Report, reporter: Reporter): void {
    this.#io.stderr.write(reporter(report, this.#page(this.#io.stderr)));
  }

  #deliver(text: string): void {
    if (this.#options.file === undefined) this.#io.stdout.write(text);
    else writeFileAtomic(this.#options.file, text, '--output-file');
  }

  #page(sink: Sink | undefined): Page {
    const colors = sink !== undefined && wantsColors(sink, this.#io.env, this.#options.noColor);
    return pageFor(sink, colors, this.#options.verbose, prefixFor(this.#options.cwd, this.#io.env));
  }
}

/** What the arguments say about output, read even when they are wrong elsewhere: a failure too is told in the format asked for. */
export function guessOutput(argv: readonly string[], cwd: string): OutputOptions {
  const value = (name: string): string | undefined => {
    const at = argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`));
    if (at < 0) return undefined;
    return argv[at] === name ? argv[at + 1] : argv[at]?.slice(name.length + 1);
  };
  const file = value('--output-file');
  return {
    format: FORMATS.find((format) => format === value('--format')) ?? 'pretty',
    file: file === undefined || file === '' ? undefined : resolve(cwd, value('--cwd') ?? '', file),
    cwd: resolve(cwd, value('--cwd') ?? ''),
    noColor: argv.includes('--no-color'),
    verbose: argv.includes('--verbose'),
  };
}
