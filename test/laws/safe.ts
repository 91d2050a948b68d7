import { readJson } from '../../src/answer/json-text.js';
import type { Compiled, CompileOptions, Decoded } from '../../src/compiled.js';
import type { Json } from '../../src/ir/json.js';
import { type Case, compiled, text } from '../support/case.js';
import { type Draw, drawFrom } from '../support/draw.js';
import { sampleAny } from '../support/generate/instance/any.js';
import { samples } from '../support/generate/instance/index.js';
import { mutate, spoil } from '../support/mutate.js';
import { isJson, same } from '../support/same.js';
import { encodings } from './complete.js';

/** Either issues that say where and what, or a value that the source accepts. */
export function judged(one: Pick<Case, 'accepts'>, answer: Decoded<unknown>, from: unknown): void {
  if (answer.issues !== undefined) {
    if ('value' in answer && answer.value !== undefined) throw new Error(`both issues and a value for ${text(from)}`);
    if (answer.issues.length === 0) throw new Error(`issues without an issue for ${text(from)}`);
    for (const issue of answer.issues) {
      if (!Array.isArray(issue.path) || typeof issue.message !== 'string' || issue.message === '')
        throw new Error(`poor issue ${text(issue)} for ${text(from)}`);
    }
    return;
  }
  if (!Array.isArray(answer.repairs)) throw new Error(`no repairs beside the value for ${text(from)}`);
  if (one.accepts(answer.value) === false) throw new Error(`a wrong value called right: ${text(answer.value)} for ${text(from)}`);
}

/** Law 5: whatever comes back, decode and parse never throw and never call a wrong value right. */
export function answersAreSafe(one: Case, seed: number, options: CompileOptions = {}): void {
  const result = compiled(one, options);
  if (result === undefined) return;
  const draw = drawFrom(seed + 1);
  const wires = encodings(one, result, true).map((told) => told.wire);
  const guesses = samples(result.wire as Json, draw, 4);
  const inputs: Json[] = [...guesses, sampleAny(draw), ...one.values.filter(isJson), ...one.others.filter(isJson)];
  for (const wire of [...wires, ...guesses].slice(0, 6)) for (let i = 0; i < 4; i++) inputs.push(mutate(wire, draw));
  for (const input of inputs) {
    judged(one, result.decode(input), input);
    judged(one, result.parse(JSON.stringify(input)), input);
    bothWaysAgree(result, JSON.stringify(input));
  }
  for (const wire of wires.slice(0, 3)) spoiled(one, result, JSON.stringify(wire), draw);
}

/** Reading an answer in one walk gives what reading, lifting and checking it one after the other gives. */
function bothWaysAgree(result: Compiled, answer: string): void {
  const read = readJson(answer, { maxDepth: 500 });
  const slow = read.issues ? { issues: read.issues } : result.decode(read.value);
  const fast = result.parse(answer);
  const agree =
    slow.issues === undefined
      ? fast.issues === undefined && same(slow.value, fast.value) && same(slow.repairs, fast.repairs)
      : slow.issues.length === fast.issues?.length;
  if (!agree) throw new Error(`${text(answer)} is read as ${text(fast)} in one walk, and as ${text(slow)} step by step`);
}

function spoiled(one: Case, result: Compiled, whole: string, draw: Draw): void {
  for (let i = 0; i < 4; i++) {
    const answer = spoil(whole, draw);
    const back = result.parse(answer);
    judged(one, back, answer);
    bothWaysAgree(result, answer);
    if (back.issues === undefined && !isText(answer)) throw new Error(`a value for a text that is not JSON: ${text(answer)}`);
  }
}

function isText(answer: string): boolean {
  try {
    JSON.parse(answer);
    return true;
  } catch {
    return false;
  }
}
