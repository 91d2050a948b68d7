import { readJson } from '../answer/json-text.js';
import { isJson, isRecord } from '../ir/json.js';
import { argument, type Decode, type Encoder } from './codec.js';

/** Any JSON value as JSON text. */
export const decode: Decode = (_shape, wire, run) => {
  if (typeof wire !== 'string') return run.fail('wire-type', 'expected JSON text', wire);
  const read = readJson(wire, { maxDepth: run.maxDepth });
  if (!read.issues) return read.value;
  return run.fail('json-text', `expected JSON text: ${read.issues[0]?.message ?? 'it can not be read'}`, wire);
};

export const encoder: Encoder = {
  encode: (shape, value, run) =>
    isJson(value) ? JSON.stringify(value) : run.fail('not-json', 'the value has no JSON form', value, shape),
  admits: (shape, value) => isJson(value) && (argument<{ of: string }>(shape).of !== 'object' || isRecord(value)),
};
