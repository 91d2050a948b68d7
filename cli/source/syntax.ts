import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import type * as parser from '@babel/parser';
import type { Comment, Node, Program } from '@babel/types';

/** A module as it is written. */
export interface Syntax {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
}

/** A place in a module: the start of a node. */
export interface Spot {
  readonly syntax: Syntax;
  readonly node: Node;
}

/** Beyond this many characters a module is not parsed: positions are a comfort. */
const LARGEST = 5_000_000;

const require = createRequire(import.meta.url);

/** Parses a module; undefined where it can't be read, since a schema without a position is still a schema. */
export function readSyntax(file: string): Syntax | undefined {
  try {
    if (statSync(file).size > LARGEST) return undefined;
    const text = readFileSync(file, 'utf8');
    const { parse } = require('@babel/parser') as typeof parser;
    const { program, comments } = parse(text, {
      sourceType: 'unambiguous',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      plugins: pluginsOf(extname(file)),
    });
    return { file, text, program, comments: comments ?? [] };
  } catch {
    return undefined;
  }
}

function pluginsOf(extension: string): parser.ParserPlugin[] {
  const typed: parser.ParserPlugin[] = /^\.[cm]?ts$|^\.tsx$/.test(extension) ? ['typescript'] : [];
  const marked: parser.ParserPlugin[] = /x$/.test(extension) || typed.length === 0 ? ['jsx'] : [];
  return [...typed, ...marked, 'decorators', 'explicitResourceManagement'];
}
