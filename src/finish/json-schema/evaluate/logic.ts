import { Unreadable } from '../resources.js';
import { reportMismatch } from './mismatch.js';
import { type Check, type Compiler, type Node, quietly, report } from './node.js';

export function everyOf(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  const parts = list(schema, 'allOf', compiler);
  if (parts === undefined) return undefined;
  return (value, run) => {
    let valid = true;
    for (const part of parts) {
      if (part.test(value, run)) continue;
      valid = false;
      if (!run.issues) break;
    }
    return valid;
  };
}

export function anyOf(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  const options = list(schema, 'anyOf', compiler);
  if (options === undefined) return undefined;
  return (value, run) => {
    let valid = false;
    for (const option of options) {
      if (quietly(run, option, value)) valid = true;
      // What else matches only matters to those who ask what has been evaluated.
      if (valid && !run.marks) break;
    }
    return valid || (run.issues !== undefined && reportMismatch(options, value, run));
  };
}

export function oneOf(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  const options = list(schema, 'oneOf', compiler);
  if (options === undefined) return undefined;
  return (value, run) => {
    const matching: number[] = [];
    for (let index = 0; index < options.length && matching.length < 2; index++)
      if (quietly(run, options[index] as Node, value)) matching.push(index);
    if (matching.length === 1) return true;
    if (matching.length === 0) return run.issues !== undefined && reportMismatch(options, value, run);
    return report(
      run,
      () =>
        `Expected a value that matches exactly one of ${options.length} alternatives, but it matches number ${matching.map((index) => index + 1).join(' and ')}.`,
      value,
    );
  };
}

export function not(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  if (schema.not === undefined) return undefined;
  const node = compiler.node(schema.not);
  return (value, run) => {
    const { marks } = run;
    run.marks = undefined;
    const excluded = quietly(run, node, value);
    run.marks = marks;
    return !excluded || report(run, () => 'The value is one of those that `not` excludes.', value);
  };
}

export function condition(schema: Record<string, unknown>, compiler: Compiler): Check | undefined {
  if (schema.if === undefined) return undefined;
  const test = compiler.node(schema.if);
  const yes = schema.then === undefined ? undefined : compiler.node(schema.then);
  const no = schema.else === undefined ? undefined : compiler.node(schema.else);
  return (value, run) => {
    const branch = quietly(run, test, value) ? yes : no;
    return branch === undefined || branch.test(value, run);
  };
}

function list(schema: Record<string, unknown>, keyword: string, compiler: Compiler): readonly Node[] | undefined {
  const value = schema[keyword];
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) throw new Unreadable(`\`${keyword}\` is no list`);
  return value.map((part) => compiler.node(part));
}
