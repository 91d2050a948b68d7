import type { Issue, Step } from '../read/source.js';
import { keepsItsValue } from './json-number.js';
import { quoted, textPlace } from './text-place.js';

const MOST_ISSUES = 50;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const BLANK = /[ \t\n\r]*/y;
const SPACE = 32;
const WORDS = ['true', 'false', 'null'];

interface Frame {
  /** The keys met so far; absent for an array. */
  readonly keys?: Set<string>;
  /** Where in it the scan is; absent before a key is known. */
  step: Step | undefined;
}

/** Reads a text character by character, without recursion, and tells everything that is wrong with it; nothing for faithful JSON. */
export function scanJson(text: string, maxDepth: number): readonly Issue[] {
  return new Scan(text, maxDepth).run();
}

class Scan {
  readonly #issues: Issue[] = [];
  readonly #frames: Frame[] = [];
  #at = 0;

  constructor(
    readonly text: string,
    readonly maxDepth: number,
  ) {}

  run(): readonly Issue[] {
    for (let open = this.#value(); open !== undefined; open = open ? this.#value() : this.#after());
    const broken = this.#issues.filter((issue) => issue.code === 'json-syntax');
    return broken.length > 0 ? broken : this.#issues;
  }

  /** Reads the start of a value. True: a value must follow; false: the value is complete; undefined: stop. */
  #value(): boolean | undefined {
    const start = this.#blank();
    const char = this.text[start];
    if (char === '{' || char === '[') return this.#open(char);
    if (char === '"') return this.#string() === undefined ? undefined : false;
    if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) return this.#number(start);
    const word = WORDS.find((candidate) => this.text.startsWith(candidate, start));
    if (word === undefined) {
      const cut = this.text.length - start < 5 && WORDS.some((candidate) => candidate.startsWith(this.text.slice(start)));
      return this.#syntax(this.#frames.length === 0 ? 'Expected JSON' : 'Expected a value', cut ? this.text.length : start);
    }
    this.#at = start + word.length;
    return false;
  }

  #open(char: string): boolean | undefined {
    if (this.#frames.length >= this.maxDepth) {
      this.#report('too-deep', `The JSON is nested more than ${this.maxDepth} levels deep`, this.#at);
      return undefined;
    }
    this.#at++;
    if (char === '[') {
      this.#frames.push({ step: 0 });
      if (this.text[this.#blank()] !== ']') return true;
      return this.#close();
    }
    const frame: Frame = { keys: new Set(), step: undefined };
    this.#frames.push(frame);
    if (this.text[this.#blank()] === '}') return this.#close();
    return this.#key(frame, 'Expected a property name in double quotes or "}"');
  }

  #close(): false {
    this.#at++;
    this.#frames.pop();
    return false;
  }

  #after(): boolean | undefined {
    const at = this.#blank();
    const frame = this.#frames[this.#frames.length - 1];
    const char = this.text[at];
    if (frame === undefined) return at < this.text.length ? this.#syntax('Expected nothing after the JSON value', at) : undefined;
    if (frame.keys === undefined) {
      if (char === ']') return this.#close();
      if (char !== ',') return this.#syntax('Expected "," or "]"', at);
      this.#at++;
      frame.step = (frame.step as number) + 1;
      return true;
    }
    if (char === '}') return this.#close();
    if (char !== ',') return this.#syntax('Expected "," or "}"', at);
    this.#at++;
    return this.#key(frame, 'Expected a property name in double quotes');
  }

  #key(frame: Frame, expected: string): boolean | undefined {
    const start = this.#blank();
    frame.step = undefined;
    if (this.text[start] !== '"') return this.#syntax(expected, start);
    const key = this.#string();
    if (key === undefined) return undefined;
    frame.step = key;
    if (frame.keys?.has(key)) this.#report('duplicate-key', `The property ${quoted(key)} is given twice`, start);
    frame.keys?.add(key);
    if (this.text[this.#blank()] !== ':') return this.#syntax('Expected ":"', this.#at);
    this.#at++;
    return this.#issues.length < MOST_ISSUES ? true : undefined;
  }

  #string(): string | undefined {
    const start = this.#at;
    let at = start + 1;
    let escaped = false;
    for (;;) {
      PLAIN.lastIndex = at;
      PLAIN.test(this.text);
      at = PLAIN.lastIndex;
      const char = this.text[at];
      if (char === '"') break;
      if (char === undefined) return void this.#report('json-syntax', 'The text ends inside the string that starts here', start);
      if (char !== '\\') return this.#syntax('Expected control characters in a string to be escaped', at);
      const sequence = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.text.slice(at + 1, at + 6));
      if (sequence === null)
        return this.text.length < at + 6 && /^u?[0-9a-fA-F]{0,3}$/.test(this.text.slice(at + 1))
          ? void this.#report('json-syntax', 'The text ends inside the string that starts here', start)
          : this.#syntax('Expected an escape sequence of JSON', at);
      escaped = true;
      at += 1 + sequence[0].length;
    }
    this.#at = at + 1;
    return escaped ? (JSON.parse(this.text.slice(start, at + 1)) as string) : this.text.slice(start + 1, at);
  }

  #number(start: number): false | undefined {
    NUMBER.lastIndex = start;
    const literal = NUMBER.exec(this.text)?.[0];
    if (literal === undefined) return this.#syntax('Expected digits', start + 1);
    this.#at = start + literal.length;
    if (/[0-9.eE+-]/.test(this.text[this.#at] ?? '')) return this.#syntax('Expected a number as JSON writes it', this.#at);
    if (!keepsItsValue(literal))
      this.#report(
        'number-precision',
        `The number ${literal.length > 60 ? `${literal.slice(0, 57)}…` : literal} does not fit a double: it would be read as ${Number(literal)}`,
        start,
        literal,
      );
    return this.#issues.length < MOST_ISSUES ? false : undefined;
  }

  #blank(): number {
    if (this.text.charCodeAt(this.#at) > SPACE) return this.#at;
    BLANK.lastIndex = this.#at;
    BLANK.test(this.text);
    this.#at = BLANK.lastIndex;
    return this.#at;
  }

  #syntax(expected: string, at: number): undefined {
    const rest = this.text.slice(at, at + 200);
    const found =
      at >= this.text.length ? (this.text.trim() === '' ? 'the text is empty' : 'the text ends there') : `found ${shown(rest)}`;
    return this.#report('json-syntax', `${expected}, but ${found}`, at);
  }

  #report(code: string, message: string, at: number, value?: string): undefined {
    const path = this.#frames.map((frame) => frame.step).filter((step) => step !== undefined);
    this.#issues.push({
      path,
      code,
      message: `${message} (${textPlace(this.text, at)}).`,
      ...(value !== undefined && { value }),
    });
  }
}

/** The start of what was found: a word, or one character. */
export function shown(rest: string): string {
  if (rest.startsWith('\ufeff')) return 'a byte order mark';
  return quoted(/^[\p{L}\p{N}_]{1,30}/u.exec(rest)?.[0] ?? [...rest][0] ?? '');
}
