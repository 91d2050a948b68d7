import { type CharSet, charSet, complement, DIGITS, DOT, SPACES, WORDS } from '../../../targets/patterns/char-set.js';
import { propertySet } from './property.js';

const CONTROL: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13 };
const QUANTIFIER = /\{\d+(?:,\d*)?\}/y;

/**
 * A JavaScript pattern in the spelling of RE2, every set of characters written out, so that both engines mean the same by it.
 * Undefined where RE2 has no equal: lookaround, references back, modifiers, and old spellings that are seldom meant.
 */
export function translate(source: string, unicode: boolean): string | undefined {
  try {
    return new Reader(source, unicode).pattern();
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}

class Untranslatable extends Error {}

class Reader {
  #at = 0;

  constructor(
    readonly source: string,
    readonly unicode: boolean,
  ) {
    // A pair of surrogates is two characters without the flag `u`, and a half alone is no character of RE2.
    if ((unicode ? /\p{Surrogate}/u : /[\ud800-\udfff]/).test(source)) throw new Untranslatable();
  }

  pattern(): string {
    let text = '';
    while (this.#at < this.source.length) text += this.#piece();
    return text;
  }

  #piece(): string {
    const { source } = this;
    const sign = source[this.#at] as string;
    switch (sign) {
      case '(':
        return this.#group();
      case '[':
        this.#at++;
        return printed(this.#class());
      case '\\':
        return this.#escape();
      case '{':
        return this.#counted();
      case '.':
        this.#at++;
        return printed(DOT);
      case '^':
      case '$':
        this.#at++;
        return sign === '^' ? '\\A' : '\\z';
      case ')':
      case '|':
        this.#at++;
        return sign;
      case '*':
      case '+':
      case '?':
        this.#at++;
        this.#lazy();
        return sign;
    }
    return single(this.#character());
  }

  #group(): string {
    const head = /^\((?:\?(?::|<[^=!][^>]*>|(.)))?/s.exec(this.source.slice(this.#at, this.#at + 200));
    if (head === null || head[1] !== undefined) throw new Untranslatable();
    this.#at += head[0].length;
    return '(?:';
  }

  #counted(): string {
    QUANTIFIER.lastIndex = this.#at;
    const text = QUANTIFIER.exec(this.source)?.[0];
    if (text === undefined) return single(this.#character());
    this.#at += text.length;
    this.#lazy();
    return text;
  }

  #lazy(): void {
    if (this.source[this.#at] === '?') this.#at++;
  }

  #escape(): string {
    const letter = this.source[this.#at + 1];
    if (letter === 'b' || letter === 'B') {
      this.#at += 2;
      return `\\${letter}`;
    }
    return printed(this.#escaped());
  }

  /** The characters an escape stands for, in a class or not. */
  #escaped(): CharSet {
    const letter = this.source[this.#at + 1];
    if (letter === undefined) throw new Untranslatable();
    this.#at += 2;
    switch (letter) {
      case 'd':
        return DIGITS;
      case 'w':
        return WORDS;
      case 's':
        return SPACES;
      case 'D':
        return complement(DIGITS);
      case 'W':
        return complement(WORDS);
      case 'S':
        return complement(SPACES);
      case 'p':
      case 'P':
        return this.#property(letter);
      case 'x':
        return point(this.#hex(/^[0-9a-f]{2}/i));
      case 'u':
        return point(this.#unicodeEscape());
      case '0':
        if (/\d/.test(this.source[this.#at] ?? '')) throw new Untranslatable();
        return point(0);
      case 'c': {
        const control = this.source[this.#at] ?? '';
        if (!/[a-z]/i.test(control)) throw new Untranslatable();
        this.#at++;
        return point(control.charCodeAt(0) % 32);
      }
    }
    const control = CONTROL[letter];
    if (control !== undefined) return point(control);
    if (/[A-Za-z0-9]/.test(letter)) throw new Untranslatable();
    this.#at--;
    return point(this.#character());
  }

  #property(letter: string): CharSet {
    const name = /^\{[^}]+\}/.exec(this.source.slice(this.#at, this.#at + 100))?.[0];
    if (!this.unicode || name === undefined) throw new Untranslatable();
    this.#at += name.length;
    const set = propertySet(name);
    return letter === 'p' ? set : complement(set);
  }

  #unicodeEscape(): number {
    if (this.source[this.#at] === '{') {
      if (!this.unicode) throw new Untranslatable();
      return this.#hex(/^\{0*[0-9a-f]{1,6}\}/i);
    }
    const high = this.#hex(/^[0-9a-f]{4}/i);
    if (high < 0xd800 || high > 0xdfff) return high;
    const low = /^\\u(d[c-f][0-9a-f]{2})/i.exec(this.source.slice(this.#at, this.#at + 6))?.[1];
    if (!this.unicode || high > 0xdbff || low === undefined) throw new Untranslatable();
    this.#at += 6;
    return 0x10000 + (high - 0xd800) * 0x400 + (Number.parseInt(low, 16) - 0xdc00);
  }

  #hex(form: RegExp): number {
    const text = form.exec(this.source.slice(this.#at, this.#at + 40))?.[0];
    if (text === undefined) throw new Untranslatable();
    this.#at += text.length;
    return Number.parseInt(text.replace(/[{}]/g, ''), 16);
  }

  #class(): CharSet {
    const { source } = this;
    const negated = source[this.#at] === '^';
    if (negated) this.#at++;
    const pairs: number[] = [];
    while (source[this.#at] !== ']') {
      if (this.#at >= source.length) throw new Untranslatable();
      const low = this.#member();
      if (source[this.#at] !== '-' || source[this.#at + 1] === ']') {
        pairs.push(...low);
        continue;
      }
      this.#at++;
      const high = this.#member();
      // `[\w-x]`: three members, where it is allowed at all.
      if (isPoint(low) && isPoint(high)) pairs.push(low[0] as number, high[0] as number);
      else pairs.push(...low, ...high, 45, 45);
    }
    this.#at++;
    const set = charSet(pairs);
    return negated ? complement(set) : set;
  }

  #member(): CharSet {
    if (this.source[this.#at] !== '\\') return point(this.#character());
    if (this.source[this.#at + 1] !== 'b') return this.#escaped();
    this.#at += 2;
    return point(8);
  }

  #character(): number {
    const code = this.source.codePointAt(this.#at);
    if (code === undefined) throw new Untranslatable();
    this.#at += code > 0xffff ? 2 : 1;
    return code;
  }
}

function point(code: number): CharSet {
  return [code, code];
}

function isPoint(set: CharSet): boolean {
  return set.length === 2 && set[0] === set[1];
}

function single(code: number): string {
  return `\\x{${code.toString(16)}}`;
}

function printed(set: CharSet): string {
  // RE2 has no empty class.
  if (set.length === 0) return '[^\\x{0}-\\x{10ffff}]';
  if (isPoint(set)) return single(set[0] as number);
  let text = '[';
  for (let index = 0; index < set.length; index += 2) {
    const low = set[index] as number;
    const high = set[index + 1] as number;
    text += low === high ? single(low) : `${single(low)}-${single(high)}`;
  }
  return `${text}]`;
}
