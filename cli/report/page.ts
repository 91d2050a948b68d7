import { isAbsolute, relative, sep } from 'node:path';
import { styleText } from 'node:util';
import type { Io, Sink } from '../io.js';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'magenta' | 'blue';

/** What a report is written on: its width, whether it has colours, whether details are wanted, where its paths start. */
export interface Page {
  readonly width: number;
  readonly verbose: boolean;
  /** From the root of the repository that CI checked out to the working folder: `packages/one/`; empty where it is that or unknown. */
  readonly prefix: string;
  style(style: Style, text: string): string;
}

const WIDTH = 100;
const NARROWEST = 60;

export function pageFor(sink: Sink | undefined, colors: boolean, verbose: boolean, prefix = ''): Page {
  return {
    prefix,
    width: Math.max(NARROWEST, sink?.columns ?? WIDTH),
    verbose,
    style: (style, text) => (colors && text !== '' ? styleText(style, text, { validateStream: false }) : text),
  };
}

/** https://no-color.org, then FORCE_COLOR, then whether the sink is a terminal that knows colours. */
export function wantsColors(sink: Sink | undefined, env: Io['env'], noColor: boolean): boolean {
  if (noColor || (env.NO_COLOR ?? '') !== '') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return sink?.isTTY === true && env.TERM !== 'dumb';
}

/** Code scanning and annotations take paths from the root of the repository, wherever the command runs in it. */
export function prefixFor(cwd: string, env: Io['env']): string {
  const root = env.GITHUB_WORKSPACE ?? '';
  const path = root === '' ? '' : relative(root, cwd).split(sep).join('/');
  return path === '' || path.startsWith('..') || isAbsolute(path) ? '' : `${path}/`;
}

/** A file as seen from the root of the repository, unless it lies outside the working folder. */
export function inRepository(file: string, prefix: string): string {
  return /^(?:\/|[A-Za-z]:\/)/.test(file) ? file : prefix + file;
}
