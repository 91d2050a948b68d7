import { isDeepStrictEqual } from 'node:util';
import { describe, expect } from 'vitest';
import type { Decoded } from '../../src/compiled.js';
import { text as shown } from '../support/case.js';
import { canonical, jsonCopy } from '../support/same.js';
import { forEveryDialect } from './support/every-case.js';
import { lossesOf } from './support/json-losses.js';
import { withRepeatedKey, writtenJson } from './support/json-writer.js';
import { waysOf } from './support/ways.js';

function alike(text: string, answer: Decoded<unknown>, expected: Decoded<unknown>): void {
  if (!isDeepStrictEqual(answer, expected) || shown(answer) !== shown(expected))
    throw new Error(`${JSON.stringify(text)} is read as ${shown(answer)}, and its value as ${shown(expected)}`);
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('a text that loses nothing is read as its value is decoded, before code is generated and after', () => {
  forEveryDialect(80, (result, wires, draw) => {
    const { decode, parse } = waysOf(result);
    for (const wire of wires) {
      const text = draw.chance(50) ? JSON.stringify(wire) : writtenJson(wire, draw);
      const { numbers, repeated } = lossesOf(text);
      expect(repeated).toEqual([]);
      if (numbers.length > 0) continue;
      const expected = decode(frozen(JSON.parse(text)));
      for (const way of parse) alike(text, way(text), expected);
    }
  });
});

describe('a key that is given twice is an issue, wherever it stands and however it is spelled', () => {
  forEveryDialect(80, (result, wires, draw) => {
    const { parse } = waysOf(result);
    for (const wire of wires) {
      const text = withRepeatedKey(wire, draw);
      if (text === undefined) continue;
      expect(lossesOf(text).repeated).toHaveLength(1);
      for (const way of parse)
        if (!way(text).issues?.some(({ code }) => code === 'duplicate-key')) throw new Error(`${JSON.stringify(text)} is taken`);
    }
  });
});

/** Digits that end in another double, in the place of each number. */
describe('a number whose digits a double does not keep is an issue', () => {
  forEveryDialect(50, (result, wires, draw) => {
    const { parse } = waysOf(result);
    for (const wire of wires) {
      const plain = JSON.stringify(wire);
      const places = [...plain.matchAll(/(?<=[:[,])-?[0-9][^,\]}]*(?=[,\]}])/g)];
      const place = places.length > 0 ? draw.pick(places) : undefined;
      if (!place) continue;
      const number = draw.pick(['9007199254740993', '-12345678901234567891', '1e400', '-1E+999']);
      const text = plain.slice(0, place.index) + number + plain.slice(place.index + place[0].length);
      const { numbers } = lossesOf(text);
      if (!numbers.includes(number)) continue; // in a text
      for (const way of parse)
        if (!way(text).issues?.some(({ code }) => code === 'number-precision')) throw new Error(`${text} is taken`);
    }
  });
});

describe('nothing is shared', () => {
  forEveryDialect(40, (result, wires) => {
    const { decode, parse } = waysOf(result);
    for (const wire of wires) {
      const text = JSON.stringify(wire);
      const before = canonical(wire);
      const first = shown(decode(wire));
      expect(canonical(wire)).toBe(before);
      for (const way of parse) {
        const answer = way(text);
        const then = shown(answer);
        spoil(answer.value);
        expect(shown(way(text))).toBe(then);
      }
      spoil(decode(jsonCopy(wire)).value);
      expect(shown(decode(wire))).toBe(first);
    }
  });
});

/** Changes whatever can be changed in a value. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  if (value instanceof Map || value instanceof Set) {
    for (const item of value instanceof Map ? [...value].flat() : value) spoil(item);
    value.clear();
  } else if (Array.isArray(value)) {
    for (const item of value) spoil(item);
    value.push('spoiled');
  } else {
    for (const item of Object.values(value)) spoil(item);
    for (const key of Object.keys(value)) Reflect.set(value, key, 'spoiled');
    Reflect.set(value, 'spoiled', true);
  }
}
