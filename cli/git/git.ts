import { type ExecFileException, execFile } from 'node:child_process';
import { Failure } from '../failure.js';

/** Set within git's hooks: they would make git work on another index or folder than the one that is meant. */
const LOCAL = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'];
const MOST_OUTPUT = 64 * 1024 * 1024;

function environment(): NodeJS.ProcessEnv {
  const own = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
  for (const name of LOCAL) delete (own as NodeJS.ProcessEnv)[name];
  return own;
}

/** Runs git in a folder, without a shell and without hooks, and gives what it prints. Rejects with what git says. */
export function git(cwd: string, ...argv: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      ['-c', 'core.hooksPath=/dev/null', ...argv],
      { cwd, env: environment(), maxBuffer: MOST_OUTPUT, encoding: 'utf8' },
      (error, stdout, stderr) => (error ? reject(failed(error, stderr)) : resolve(stdout)),
    );
  });
}

function failed(error: ExecFileException, stderr: string): Failure {
  if (error.code === 'ENOENT')
    return new Failure({
      code: 'no-git',
      message: 'git could not be started, which --against needs.',
      help: 'Install git, or name two files to compare instead.',
      cause: error,
    });
  const said =
    stderr
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^(?:fatal|error): /, '') ?? '';
  return new Failure({
    code: 'git',
    message: `git failed: ${said === '' ? error.message : said}.`,
    help: 'Mend that, or name two files to compare instead.',
    cause: error,
  });
}
