import { readJson } from '../answer/json-text.js';
import { isRecord, type Json } from '../ir/json.js';
import { argument, type Codec } from './codec.js';

/** Any JSON value as JSON text. */
export const text: Codec = {
  name: 'text',
  hint: (shape) => (argument<{ of: string }>(shape).of === 'object' ? 'A JSON object, written as JSON text.' : 'Any JSON value, written as JSON text.'),
  decode(_shape, wire, run) {
    if (typeof wire !== 'string') return run.fail('wire-type', 'expected JSON text', wire);
    const read = readJson(wire, { maxDepth: run.maxDepth });
    if ('value' in read) return read.value;
    return run.fail('json-text', `expected JSON text: ${read.issues[0]?.message ?? 'it can not be read'}`, wire);
  },
  encode(shape, value, run) {
    const written = write(value);
    return written ?? run.fail('not-json', 'the value has no JSON form', value, shape);
  },
  admits: (shape, value) => value !== undefined && typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint' && (argument<{ of: string }>(shape).of !== 'object' || isRecord(value)),
};

function write(value: unknown): Json | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
