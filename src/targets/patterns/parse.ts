import { type CharSet, charSet, complement, DIGITS, DOT, EVERYTHING, SPACES, WORDS } from './char-set.js';
import type { Expression, Feature, Parsed } from './syntax.js';

const MAX_DEPTH = 60;
const QUANTIFIER = /\{(\d+)(?:(,)(\d*))?\}/y;
const CONTROL: Record<string, number> = { n: 10, r: 13, t: 9, f: 12, v: 11 };

class Unreadable extends Error {}

/** Reads a JavaScript regular expression, with or without the flag `u`. Undefined: not one, or nested too deeply. */
export function parse(source: string): Parsed | undefined {
  const features = new Set<Feature>();
  let at = 0;

  function choice(depth: number): Expression {
    if (depth > MAX_DEPTH) throw new Unreadable();
    const options: Expression[] = [];
    do {
      if (options.length > 0) at++;
      const option = sequence(depth);
      if (option.kind === 'sequence' && option.items.length === 0) features.add('empty-option');
      options.push(option);
    } while (source[at] === '|');
    return options.length === 1 ? (options[0] as Expression) : { kind: 'choice', options };
  }

  function sequence(depth: number): Expression {
    const items: Expression[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') items.push(quantified(atom(depth)));
    return items.length === 1 ? (items[0] as Expression) : { kind: 'sequence', items };
  }

  function quantified(item: Expression): Expression {
    const bounds = quantifier();
    if (bounds === undefined) return item;
    if (item.kind !== 'set' && item.kind !== 'sequence' && item.kind !== 'choice' && item.kind !== 'repeat')
      features.add('quantified-assertion');
    if (source[at] === '?') {
      features.add('lazy');
      at++;
    }
    if (quantifier() !== undefined) throw new Unreadable();
    if (bounds[0] > bounds[1]) throw new Unreadable();
    return { kind: 'repeat', item, min: bounds[0], max: bounds[1] };
  }

  function quantifier(): readonly [number, number] | undefined {
    const sign = source[at];
    if (sign === '*' || sign === '+' || sign === '?') {
      at++;
      return sign === '*' ? [0, Infinity] : sign === '+' ? [1, Infinity] : [0, 1];
    }
    if (sign !== '{') return undefined;
    QUANTIFIER.lastIndex = at;
    const match = QUANTIFIER.exec(source);
    if (match === null) return undefined;
    at = QUANTIFIER.lastIndex;
    const min = Number(match[1]);
    return [min, match[2] === undefined ? min : match[3] ? Number(match[3]) : Infinity];
  }

  function atom(depth: number): Expression {
    const sign = source[at] as string;
    if (sign === '(') return group(depth);
    if (sign === '[') return characterClass();
    if (sign === '\\') return escapeSequence();
    if (sign === '*' || sign === '+' || sign === '?') throw new Unreadable();
    if (sign === '.') return one(DOT, true);
    if (sign === '^') return step({ kind: 'start' });
    if (sign === '$') return step({ kind: 'end' });
    if (sign === ']' || sign === '{' || sign === '}') features.add('literal-bracket');
    const point = character();
    return { kind: 'set', set: [point, point], wild: false };
  }

  function step(expression: Expression): Expression {
    at++;
    return expression;
  }

  function one(set: CharSet, wild: boolean): Expression {
    at++;
    return { kind: 'set', set, wild };
  }

  function character(): number {
    const point = source.codePointAt(at) as number;
    if (point < 32 || point > 126) features.add('not-ascii');
    at += point > 0xffff ? 2 : 1;
    return point;
  }

  function group(depth: number): Expression {
    at++;
    let look = false;
    if (source[at] === '?') {
      const head = /^\?(?::|<?[=!]|<[^>]*>|[a-z]*(?:-[a-z]*)?:)/.exec(source.slice(at, at + 200))?.[0];
      if (head === undefined) throw new Unreadable();
      at += head.length;
      look = /[=!]$/.test(head);
      if (look) features.add('lookaround');
      else if (head.endsWith('>')) features.add('named-group');
      else if (head !== '?:') features.add('modifiers');
    }
    const body = choice(depth + 1);
    if (source[at] !== ')') throw new Unreadable();
    at++;
    if (look) return { kind: 'look', body };
    // A quantifier on a group repeats the group, so that a sequence of one is told from the one.
    return body.kind === 'set' || body.kind === 'repeat' ? { kind: 'sequence', items: [body] } : body;
  }

  function escapeSequence(): Expression {
    const letter = source[at + 1];
    if (letter === 'b' || letter === 'B') {
      features.add('boundary');
      at += 2;
      return { kind: 'boundary' };
    }
    if (letter === 'k' || (letter !== undefined && letter >= '1' && letter <= '9')) {
      features.add('backreference');
      at += 2;
      return { kind: 'backreference' };
    }
    if (letter === '-') features.add('identity-escape');
    const set = escaped();
    return { kind: 'set', set, wild: letter === 'D' || letter === 'W' || letter === 'S' || letter === 'p' || letter === 'P' };
  }

  /** An escape that stands for characters, inside a class or not. */
  function escaped(): CharSet {
    const letter = source[at + 1];
    if (letter === undefined) throw new Unreadable();
    at += 2;
    switch (letter) {
      case 'd':
        return DIGITS;
      case 'w':
        return WORDS;
      case 's':
        features.add('space-class');
        return SPACES;
      case 'D':
      case 'W':
      case 'S':
        features.add('negated-class-escape');
        return complement(letter === 'D' ? DIGITS : letter === 'W' ? WORDS : SPACES);
      case 'p':
      case 'P': {
        features.add('property');
        const name = /^\{[A-Za-z][^}]*\}/.exec(source.slice(at, at + 100))?.[0];
        if (name === undefined) throw new Unreadable();
        at += name.length;
        // Which characters: more than they are does no harm to those who ask whether sets overlap.
        return EVERYTHING;
      }
      case 'u':
      case 'x':
        return coded(letter === 'x' ? /^[0-9a-f]{2}/i : /^(?:[0-9a-f]{4}|\{[0-9a-f]{1,6}\})/i);
      case 'c':
        return coded(/^[a-z]/i, (text) => text.charCodeAt(0) % 32);
      case '0':
        return coded(/^(?!\d)/, () => 0);
    }
    const control = CONTROL[letter];
    if (control !== undefined) {
      features.add('control-escape');
      return [control, control];
    }
    if (!'^$\\.*+?()[]{}|/-'.includes(letter)) features.add('identity-escape');
    at--;
    const point = character();
    return [point, point];
  }

  function coded(form: RegExp, read = (text: string): number => Number.parseInt(text.replace(/[{}]/g, ''), 16)): CharSet {
    features.add('code-escape');
    const text = form.exec(source.slice(at, at + 8))?.[0];
    if (text === undefined) throw new Unreadable();
    at += text.length;
    const point = read(text);
    return [point, point];
  }

  function characterClass(): Expression {
    at++;
    const negated = source[at] === '^';
    if (negated) at++;
    const first = at;
    const pairs: number[] = [];
    while (source[at] !== ']') {
      if (at >= source.length) throw new Unreadable();
      const low = member(negated);
      if (source[at] === '-' && source[at + 1] !== ']' && at + 1 < source.length) {
        at++;
        const high = member(negated);
        if (low.length !== 2 || high.length !== 2 || low[0] !== low[1] || high[0] !== high[1]) {
          features.add('class-range');
          pairs.push(...low, ...high, 45, 45);
        } else if ((low[0] as number) > (high[0] as number)) throw new Unreadable();
        else pairs.push(low[0] as number, high[0] as number);
      } else pairs.push(...low);
    }
    const body = source.slice(first, at);
    if (body === '') features.add('empty-class');
    if (/\[|&&|--|~~|\|\||\{\d/.test(body)) features.add('class-operator');
    at++;
    const set = charSet(pairs);
    return { kind: 'set', set: negated ? complement(set) : set, wild: negated };
  }

  function member(negated: boolean): CharSet {
    if (source[at] !== '\\') {
      const point = character();
      return [point, point];
    }
    const letter = source[at + 1] as string;
    if (letter === 'b') {
      features.add('control-escape');
      at += 2;
      return [8, 8];
    }
    if (letter === 'B' || letter === 'k' || (letter >= '1' && letter <= '9')) features.add('identity-escape');
    else if (negated && (letter === 'd' || letter === 'w' || letter === 's')) features.add('negated-class-escape');
    return escaped();
  }

  try {
    const expression = choice(0);
    return at < source.length ? undefined : { expression, features };
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}
