import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { setOwn } from '../../src/ir/json.js';
import { tokens } from '../../src/ir/pointer.js';
import { Failure } from '../failure.js';
import { frame } from '../report/frame.js';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A place in a file that may be another than the one that was loaded. */
export interface SourcePosition extends Position {
  /** Absolute path. */
  readonly file?: string;
}

/** A JSON text: its value, and where in the text a JSON Pointer leads. */
export interface JsonText {
  readonly value: unknown;
  locate(pointer: string): Position | undefined;
}

export interface JsonTextOptions {
  /** How messages call the text. */
  readonly shown: string;
  readonly file?: string | undefined;
  /** Whether comments and trailing commas are taken: in `.jsonc` and `.json5`, never in `.json`. */
  readonly comments: boolean;
  /** What the text must hold. Default: a JSON Schema. */
  readonly holds?: string;
}

/** Reads JSON text; throws a `Failure` with the place of the first syntax error. */
export function readJson(text: string, options: JsonTextOptions): JsonText {
  const tree = once(() => treeOf(text));
  const locate = (pointer: string) => {
    const offset = offsetOf(tree(), pointer);
    return offset === undefined ? undefined : positionAt(text, offset);
  };
  if (options.comments) return { value: readLenient(text, options), locate };
  try {
    return { value: JSON.parse(text) as unknown, locate };
  } catch (error) {
    throw syntaxFailure(text, options, error);
  }
}

/** None for text nested deeper than the parser goes: positions are a comfort, not worth an error. */
function treeOf(text: string): Node | undefined {
  try {
    return parseTree(text, [], { allowTrailingComma: true });
  } catch {
    return undefined;
  }
}

function readLenient(text: string, options: JsonTextOptions): unknown {
  const errors: ParseError[] = [];
  let tree: Node | undefined;
  try {
    tree = parseTree(text, errors, { allowTrailingComma: true });
  } catch (error) {
    throw tooDeep(options, error);
  }
  if (errors.length > 0 || tree === undefined) throw syntaxFailure(text, options, undefined);
  return jsonOf(tree);
}

/** jsonc-parser's own `getNodeValue` takes `__proto__` for the prototype. */
function jsonOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(jsonOf);
  if (node.type !== 'object') return node.value as unknown;
  const value: Record<string, unknown> = {};
  for (const property of node.children ?? []) {
    const [key, item] = property.children ?? [];
    if (key && item) setOwn(value, String(key.value), jsonOf(item));
  }
  return value;
}

/** Where the node is written: a property at its key. Of repeated keys the last one counts, as for `JSON.parse`. */
function offsetOf(root: Node | undefined, path: string): number | undefined {
  let node = root;
  let offset = root?.offset;
  for (const token of tokens(path)) {
    if (node?.type === 'array') {
      node = node.children?.[/^\d+$/.test(token) ? Number(token) : -1];
      offset = node?.offset;
    } else {
      const property: Node | undefined = node?.children?.findLast((child) => child.children?.[0]?.value === token);
      node = property?.children?.[1];
      offset = property?.offset;
    }
    if (node === undefined) return undefined;
  }
  return offset;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

const SENTENCES: Record<string, string> = {
  InvalidSymbol: 'a word that JSON does not have',
  InvalidNumberFormat: 'a malformed number',
  PropertyNameExpected: 'a property name in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing brace } is expected',
  CloseBracketExpected: 'a closing bracket ] is expected',
  EndOfFileExpected: 'the text should end here',
  InvalidCommentToken: 'a comment, which plain JSON does not allow',
  UnexpectedEndOfComment: 'a comment that does not end',
  UnexpectedEndOfString: 'a string that does not end',
  UnexpectedEndOfNumber: 'a number that does not end',
  InvalidUnicode: 'a malformed \\u escape',
  InvalidEscapeCharacter: 'an escape that JSON does not have',
  InvalidCharacter: 'a character that must be escaped in a string',
};

function syntaxFailure(text: string, options: JsonTextOptions, cause: unknown): Failure {
  const { shown, file, comments } = options;
  if (text.trim() === '')
    return new Failure({
      code: 'json-syntax',
      message: `${shown} is empty.`,
      help: `It must hold ${options.holds ?? 'a JSON Schema'}.`,
      file,
      line: 1,
      column: 1,
      cause,
    });
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: !comments, allowTrailingComma: comments });
  } catch (error) {
    return tooDeep(options, error);
  }
  const [first] = errors;
  const name = first === undefined ? '' : printParseErrorCode(first.error);
  const what = SENTENCES[name] ?? (cause instanceof Error ? cause.message : 'a syntax error');
  const at = first === undefined ? undefined : positionAt(text, first.offset);
  const help =
    name === 'InvalidCommentToken'
      ? 'Remove the comments, or name the file .jsonc.'
      : file?.endsWith('.json5')
        ? 'Of JSON5, only comments and trailing commas are read; write the rest as JSON.'
        : trailingComma(text, first)
          ? 'Remove the trailing comma, or name the file .jsonc.'
          : 'Mend the text there; nothing after it was read.';
  return new Failure({
    code: 'json-syntax',
    message: `${shown} is not valid JSON${at ? ` at line ${at.line}, column ${at.column}` : ''}: ${what}.`,
    help,
    file,
    ...(at ? { line: at.line, column: at.column, frame: frame(text, at.line, at.column) } : {}),
    cause,
  });
}

function trailingComma(text: string, error: ParseError | undefined): boolean {
  return error !== undefined && /[}\]]/.test(text[error.offset] ?? '') && /,\s*$/.test(text.slice(0, error.offset));
}

function tooDeep({ shown, file }: JsonTextOptions, cause: unknown): Failure {
  return new Failure({
    code: 'json-syntax',
    message: `${shown} is nested too deep to be read.`,
    help: 'Flatten it.',
    file,
    cause,
  });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
