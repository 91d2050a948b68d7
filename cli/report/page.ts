import { styleText } from 'node:util';
import type { Io, Sink } from '../io.js';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan' | 'magenta' | 'blue';

/** What a human report is written on: its width, whether it has colours, whether details are wanted. */
export interface Page {
  readonly width: number;
  readonly verbose: boolean;
  style(style: Style, text: string): string;
}

const WIDTH = 100;
const NARROWEST = 60;

export function pageFor(sink: Sink | undefined, colors: boolean, verbose: boolean): Page {
  return {
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
