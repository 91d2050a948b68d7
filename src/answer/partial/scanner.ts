import { keepsItsValue } from '../json-number.js';
import { shown } from '../json-scan.js';
import { quoted } from '../text-place.js';
import type { Run } from './run.js';

const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/;
/** By the code of their first character. */
const WORDS: Readonly<Record<number, readonly [word: string, value: boolean | null]>> = {
  116: ['true', true],
  102: ['false', false],
  110: ['null', null],
};
const ESCAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' }),
);
/** Numbers of so few characters lose nothing, but that they may be infinite. */
const SHORT = 15;

// What may come next. The order counts: values first, then marks, then what goes on inside a token.
const VALUE = 0;
const FIRST_ITEM = 1;
const FIRST_KEY = 2;
const KEY = 3;
const COLON = 4;
const AFTER = 5;
const STRING = 6;
const NUMERAL = 7;
const WORD = 8;

const EXPECTED: Readonly<Record<number, string>> = {
  [FIRST_KEY]: 'a property name in double quotes or "}"',
  [KEY]: 'a property name in double quotes',
  [COLON]: '":"',
};

const LINE_FEED = 10;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;

/** Reads JSON text piece by piece, strictly (RFC 8259), and tells the frames of a run what comes. Linear in the text, however it is cut. */
export class Scanner {
  /** The value is whole. */
  done = false;
  #state = VALUE;
  /** The containers that are open: true for a list. */
  readonly #lists: boolean[] = [];
  /** Characters before the piece at hand. */
  #before = 0;
  #line = 1;
  #lineStart = 0;
  /** Where the token at hand starts. */
  #start = 0;
  /** The token at hand as far as it came; of a string, its text. */
  #text = '';
  /** What of a string is new with this piece. */
  #more = '';
  #isKey = false;
  /** An escape sequence that is not whole, from its backslash on. */
  #escape = '';
  /** A high surrogate that waits for its low half. */
  #high = '';

  constructor(readonly run: Run) {}

  push(piece: string): void {
    const { issues } = this.run;
    if (typeof piece !== 'string') this.run.fail('json-syntax', `Expected JSON text, but found a value of type ${typeof piece}`);
    for (let at = 0; at < piece.length && issues.length === 0; ) {
      if (this.#state === STRING) at = this.#string(piece, at);
      else if (this.#state === NUMERAL) at = this.#numeral(piece, at);
      else if (this.#state === WORD) at = this.#word(piece, at);
      else {
        const code = piece.charCodeAt(at);
        if (code > SPACE) at = this.#mark(piece, at, code);
        else if (code === SPACE || code === 13 || code === 9) at++;
        else if (code === LINE_FEED) {
          this.#line++;
          this.#lineStart = this.#before + ++at;
        } else this.#unexpected(piece, at);
      }
    }
    if (this.#state === STRING && !this.#isKey && issues.length === 0) {
      this.run.top.grow(this.#text, this.#more);
      this.#more = '';
    }
    this.#before += piece.length;
  }

  /** The text is over. */
  end(): void {
    const { run } = this;
    if (run.issues.length > 0) return;
    if (this.#state === NUMERAL) this.#endNumeral('');
    if (this.done || run.issues.length > 0) return;
    if (this.#state === STRING) this.#report('json-syntax', 'The text ends inside the string that starts here', this.#start);
    else this.#syntax(this.#expected(), this.#before, '');
  }

  #mark(piece: string, at: number, code: number): number {
    const state = this.#state;
    if (state <= FIRST_ITEM && code !== 93) return this.#value(piece, at, code);
    if (state === AFTER && code === COMMA && this.#lists.length > 0) {
      this.#state = this.#lists[this.#lists.length - 1] ? VALUE : KEY;
      this.run.top.next();
      return at + 1;
    }
    if (state === COLON && code === 58) {
      this.#state = VALUE;
      return at + 1;
    }
    if (code === QUOTE && (state === KEY || state === FIRST_KEY)) {
      this.#begin(STRING, at);
      this.#isKey = true;
      return at + 1;
    }
    const list = this.#lists[this.#lists.length - 1];
    const closes = list === undefined ? undefined : list ? 93 : 125;
    if (code !== closes || (state !== AFTER && state !== FIRST_ITEM && state !== FIRST_KEY)) return this.#unexpected(piece, at);
    this.#lists.pop();
    this.run.close();
    this.#after();
    return at + 1;
  }

  #value(piece: string, at: number, code: number): number {
    if (code === QUOTE) {
      this.#begin(STRING, at);
      this.#isKey = false;
      return at + 1;
    }
    if (code === 123 || code === 91) return this.#open(at, code === 91);
    if (code === 45 || (code >= 48 && code <= 57)) this.#begin(NUMERAL, at);
    else if (WORDS[code]) this.#begin(WORD, at);
    else return this.#unexpected(piece, at);
    return at;
  }

  #begin(state: number, at: number): void {
    this.#state = state;
    this.#start = this.#before + at;
    this.#text = '';
  }

  #open(at: number, list: boolean): number {
    const { run } = this;
    if (this.#lists.length >= run.maxDepth) {
      this.#report('too-deep', `The JSON is nested more than ${run.maxDepth} levels deep`, this.#before + at);
      return at;
    }
    this.#lists.push(list);
    run.open(list);
    this.#state = list ? FIRST_ITEM : FIRST_KEY;
    return at + 1;
  }

  #after(): void {
    this.#state = AFTER;
    this.done = this.#lists.length === 0;
  }

  #string(piece: string, from: number): number {
    if (this.#escape !== '') return this.#escaped(piece, from);
    let text = '';
    let start = from;
    for (let at = from; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === QUOTE) {
        this.#endString(text + piece.slice(start, at));
        return at + 1;
      }
      if (code === BACKSLASH) {
        text += piece.slice(start, at);
        const meant = ESCAPES.get(piece.charAt(at + 1));
        if (meant === undefined) {
          this.#append(text);
          this.#escape = '\\';
          return at + 1;
        }
        text += meant;
        start = ++at + 1;
      } else if (code < SPACE)
        return this.#syntax('Expected control characters in a string to be escaped', this.#before + at, piece.slice(at));
    }
    this.#append(text + piece.slice(start));
    return piece.length;
  }

  #endString(rest: string): void {
    const text = this.#text + this.#high + rest;
    this.#high = this.#more = '';
    if (!this.#isKey) {
      this.run.top.scalar(text);
      this.#after();
      return;
    }
    this.#state = COLON;
    if (!this.run.top.key(text)) this.#report('duplicate-key', `The property ${quoted(text)} is given twice`, this.#start);
  }

  #append(text: string): void {
    let more = this.#high + text;
    this.#high = '';
    if ((more.charCodeAt(more.length - 1) & 0xfc00) === 0xd800) {
      this.#high = more.slice(-1);
      more = more.slice(0, -1);
    }
    this.#text += more;
    this.#more += more;
  }

  #escaped(piece: string, from: number): number {
    let at = from;
    if (this.#escape.length === 1) {
      const char = piece.charAt(at);
      const meant = ESCAPES.get(char);
      if (meant === undefined && char !== 'u') return this.#noEscape(piece, at);
      this.#escape = meant === undefined ? '\\u' : '';
      if (meant !== undefined) this.#append(meant);
      at++;
    }
    while (this.#escape !== '' && at < piece.length) {
      const char = piece.charAt(at);
      if (!/[0-9a-fA-F]/.test(char)) return this.#noEscape(piece, at);
      this.#escape += char;
      at++;
      if (this.#escape.length < 6) continue;
      this.#append(String.fromCharCode(Number.parseInt(this.#escape.slice(2), 16)));
      this.#escape = '';
    }
    return at;
  }

  #noEscape(piece: string, at: number): number {
    const start = this.#before + at - this.#escape.length;
    return this.#syntax('Expected an escape sequence of JSON', start, this.#escape + piece.slice(at));
  }

  #numeral(piece: string, from: number): number {
    let at = from;
    for (; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (!((code >= 48 && code <= 57) || code === 46 || code === 101 || code === 69 || code === 45 || code === 43)) break;
    }
    this.#text += piece.slice(from, at);
    if (at < piece.length) this.#endNumeral(piece.slice(at));
    return at;
  }

  #endNumeral(rest: string): void {
    const literal = this.#text;
    const length = NUMBER.exec(literal)?.[0].length ?? 0;
    if (length < literal.length) {
      const at = length === 0 ? 1 : length;
      const expected = length === 0 ? 'Expected digits' : 'Expected a number as JSON writes it';
      this.#syntax(expected, this.#start + at, literal.slice(at) + rest);
      return;
    }
    const value = Number(literal);
    if (!Number.isFinite(value) || (length > SHORT && !keepsItsValue(literal))) {
      const words = `The number ${length > 60 ? `${literal.slice(0, 57)}…` : literal} does not fit a double: it would be read as ${value}`;
      this.#report('number-precision', words, this.#start, literal);
      return;
    }
    this.run.top.scalar(value);
    this.#after();
  }

  #word(piece: string, from: number): number {
    let count = this.#text.length;
    const [word, value] = WORDS[count > 0 ? this.#text.charCodeAt(0) : piece.charCodeAt(from)] ?? ['', null];
    let at = from;
    for (; at < piece.length && count < word.length && piece.charCodeAt(at) === word.charCodeAt(count); at++) count++;
    this.#text = word.slice(0, count);
    if (count === word.length) {
      this.run.top.scalar(value);
      this.#after();
    } else if (at < piece.length) return this.#syntax(this.#expected(), this.#start, this.#text + piece.slice(at));
    return at;
  }

  #unexpected(piece: string, at: number): number {
    return this.#syntax(this.#expected(), this.#before + at, piece.slice(at));
  }

  #expected(): string {
    const list = this.#lists[this.#lists.length - 1];
    if (this.#state === AFTER)
      return list === undefined ? 'Expected nothing after the JSON value' : `Expected "," or "${list ? ']' : '}'}"`;
    return `Expected ${EXPECTED[this.#state] ?? (list === undefined ? 'JSON' : 'a value')}`;
  }

  /** `rest` is what was found instead, as far as it came. */
  #syntax(expected: string, offset: number, rest: string): number {
    const empty = this.#state === VALUE && this.#lists.length === 0;
    const found = rest === '' ? (empty ? 'the text is empty' : 'the text ends there') : `found ${shown(rest.slice(0, 200))}`;
    this.#report('json-syntax', `${expected}, but ${found}`, offset);
    return Number.POSITIVE_INFINITY;
  }

  #report(code: string, message: string, offset: number, value?: string): void {
    const place = `line ${this.#line}, column ${offset - this.#lineStart + 1}, offset ${offset}`;
    this.run.fail(code, `${message} (${place})`, value);
  }
}
