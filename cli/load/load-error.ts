import { readFileSync } from 'node:fs';
import { Failure } from '../failure.js';
import { shown } from '../report/failures.js';
import { frame } from '../report/frame.js';
import { isBare } from './address.js';
import { placeOf } from './stack.js';

/** Why a module could not be loaded, in a sentence, with the place where it is known. */
export function explainLoadError(error: unknown, file: string, cwd: string): Failure {
  const message = error instanceof Error ? error.message : String(error);
  return syntaxError(message, file, cwd, error) ?? missingImport(error, message, file, cwd) ?? thrown(error, message, file, cwd);
}

/** jiti says `ParseError: … \n file:line:column`, the column counted from 0. */
function syntaxError(message: string, file: string, cwd: string, cause: unknown): Failure | undefined {
  const match = /^(?:ParseError|SyntaxError): ([\s\S]*?)\s*\n ?(.+):(\d+):(\d+)\s*$/.exec(message);
  if (!match) return undefined;
  const [, what = '', at = file] = match;
  const [line, column] = [Number(match[3]), Number(match[4]) + 1];
  return new Failure({
    code: 'module-syntax',
    message: `${shown(at, cwd)} has a syntax error at line ${line}, column ${column}: ${what.replace(/\.$/, '')}.`,
    help: `Mend it there${at === file ? '' : `; ${shown(file, cwd)} imports it`}. Nothing of the module was run.`,
    file: at,
    line,
    column,
    frame: frameOf(at, line, column),
    cause,
  });
}

function missingImport(error: unknown, message: string, file: string, cwd: string): Failure | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  const match = /^Cannot find (?:module|package) '([^']+)'/.exec(message);
  if ((code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') || !match) return undefined;
  const wanted = match[1] ?? '';
  const importer = /Require stack:\n- (.+)/.exec(message)?.[1] ?? / imported from (.+)$/.exec(message)?.[1] ?? file;
  const name = wanted.split('/', wanted.startsWith('@') ? 2 : 1).join('/');
  return new Failure({
    code: 'module-import',
    message: `${shown(importer, cwd)} imports "${wanted}", which cannot be found.`,
    help: isBare(wanted)
      ? `Install it ("npm install ${name}"), or map it in "paths" of tsconfig.json if it is a folder of the project.`
      : 'Check the path of the import.',
    file: importer,
    cause: error,
  });
}

function thrown(error: unknown, message: string, file: string, cwd: string): Failure {
  const at = error instanceof Error ? placeOf(error.stack ?? '') : undefined;
  const kind = error instanceof Error && error.name !== 'Error' ? `${error.name}: ` : '';
  const sentence = `${kind}${message.trim() || 'no message'}`.replace(/\.$/, '');
  return new Failure({
    code: 'module-threw',
    message: `${shown(file, cwd)} threw while it was loading${at ? ` (${shown(at.file, cwd)}:${at.line})` : ''}: ${sentence}.`,
    help: 'Run the module by itself to see why. Schemas are best kept in a module that needs no settings, network or database to be imported.',
    file: at?.file ?? file,
    ...(at ? { line: at.line } : {}),
    cause: error,
  });
}

function frameOf(file: string, line: number, column: number): string | undefined {
  try {
    return frame(readFileSync(file, 'utf8'), line, column);
  } catch {
    return undefined;
  }
}
