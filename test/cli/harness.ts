import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { afterAll } from 'vitest';
import type { Io } from '../../cli/io.js';
import { run } from '../../cli/run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const MAIN = join(ROOT, 'dist', 'cli', 'main.js');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Record<string, string>;
  readonly stdin?: string | Uint8Array;
  readonly tty?: boolean;
  readonly columns?: number;
  readonly signal?: AbortSignal;
  readonly onOutput?: (text: string) => void;
}

/** A folder with some files, and the means to run the command line in it, in this process or in one of its own. */
export class Project {
  readonly folder: string;

  constructor(files: Record<string, string | Uint8Array>) {
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'bascule-cli-')));
    const own = Object.keys(files).some((name) => name.startsWith('node_modules/'));
    if (!own) symlinkSync(join(ROOT, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  async run(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
    let stdout = '';
    let stderr = '';
    const io: Io = {
      stdin: (async function* () {
        yield options.stdin ?? '';
      })(),
      stdout: {
        write: (text) => {
          stdout += text;
          options.onOutput?.(text);
        },
        isTTY: options.tty,
        columns: options.columns,
      },
      stderr: {
        write: (text) => {
          stderr += text;
        },
        isTTY: options.tty,
        columns: options.columns,
      },
      env: options.env ?? {},
      cwd: this.folder,
      ...(options.signal === undefined ? {} : { interrupted: () => options.signal as AbortSignal }),
    };
    const code = await run(argv, io);
    return { code, stdout, stderr };
  }

  /** Runs and reads the JSON report. */
  async json(argv: readonly string[], options: RunOptions = {}): Promise<Ran & { readonly report: JsonReport }> {
    const ran = await this.run([...argv, '--format', 'json'], options);
    return { ...ran, report: JSON.parse(ran.stdout) as JsonReport };
  }

  spawn(argv: readonly string[], env: Record<string, string> = {}): ChildProcess {
    return spawn(process.execPath, [MAIN, ...argv], {
      cwd: this.folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
  }

  /** Runs the built command line to its end. */
  spawned(argv: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
    return ended(this.spawn(argv, env));
  }
}

export interface JsonReport {
  readonly command: string;
  readonly exit: number;
  readonly findings: readonly (Record<string, unknown> & {
    readonly code: string;
    readonly file: string | null;
    readonly line: number | null;
    readonly column: number | null;
    readonly severity: string;
    readonly rule: string;
    readonly address: string;
    readonly path: string;
    readonly message: string;
    readonly help: string;
  })[];
  readonly artifacts?: readonly {
    readonly address: string | null;
    readonly file: string;
    readonly status: string;
    readonly why?: string | null;
    readonly content?: string;
  }[];
  readonly schemas?: readonly Record<string, unknown>[];
}

export function ended(child: ChildProcess): Promise<Ran> {
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

const made: Project[] = [];
afterAll(() => {
  for (const { folder } of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A project that goes away after the tests of the file. */
export function project(files: Record<string, string | Uint8Array>): Project {
  const one = new Project(files);
  made.push(one);
  return one;
}

/** Text as one line, so that tests need not know where it wraps. */
export function flat(text: string): string {
  return stripVTControlCharacters(text).replace(/\s+/g, ' ').trim();
}

export const INVOICE = `import { z } from 'zod';
export const Invoice = z.object({ id: z.string(), total: z.number().min(0), tags: z.record(z.string(), z.number()) });
`;

export const ITEM = JSON.stringify({
  type: 'object',
  properties: { name: { type: 'string', minLength: 1 } },
  required: ['name'],
  additionalProperties: false,
});
