import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { examples } from '../schemas/examples/demo/examples.js';
import { member, place } from '../schemas/examples/demo/place.js';
import { Event } from '../schemas/examples/event.js';
import { Invoice } from '../schemas/examples/invoice.js';
import { Comment } from '../schemas/examples/thread.js';
import { Ticket } from '../schemas/examples/ticket.js';
import { validatorFor } from './support/validator.js';

const root = fileURLToPath(new URL('../', import.meta.url));
/** Values are a schema's output; `encode` takes its input. */
const inputs: Readonly<Record<string, (value: never) => unknown>> = {
  invoice: (value) => z.encode(Invoice, value),
  ticket: (value) => z.encode(Ticket, value),
  thread: (value) => z.encode(Comment, value),
  event: (value) => z.encode(Event, value),
};

describe.each(examples)('$name', ({ name, compile, answers, refused }) => {
  const compiled = compile();
  const admitted = validatorFor(compiled.wire, '2020');

  test('compiles with nothing to complain of', () =>
    expect(compiled.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]));

  test.each(answers.map((answer) => ({ answer })))('lifts and goes round: $answer', ({ answer }) => {
    const lifted = compiled.parse(answer);
    if (lifted.issues) throw new Error(`refused: ${JSON.stringify(lifted.issues)}`);
    const input = inputs[name]?.(lifted.value as never) ?? lifted.value;
    const wire = compiled.encode(input);
    expect(admitted?.(wire)).toBe(true);
    expect(compiled.decode(wire)).toEqual({ value: lifted.value, repairs: [] });
    // An answer that the grammar lets pass, but for the capitals that are repaired.
    if (lifted.repairs.length === 0) expect(admitted?.(JSON.parse(answer))).toBe(true);
    else for (const { message } of lifted.repairs) expect(message).toMatch(/capital/);
  });

  if (refused === undefined) return;
  test('the bad answer passes the wire schema and is refused', () => {
    expect(admitted?.(JSON.parse(refused))).toBe(true);
    expect(compiled.parse(refused).issues?.map((issue) => issue.path)).toEqual([
      ['lines', 0, 'quantity'],
      ['lines', 1, 'tax', 1],
    ]);
  });
});

/** As `npm start` does it. */
function start(env: NodeJS.ProcessEnv) {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', tsx, 'schemas/examples/start.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}

test('npm start: all is well, without colours in a pipe', () => {
  const { status, stdout, stderr } = start({ NO_COLOR: undefined, FORCE_COLOR: undefined });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  for (const { name, answers } of examples) {
    expect(stdout).toMatch(new RegExp(`^${name}  `, 'm'));
    for (const answer of answers) expect(stdout).toContain(answer.slice(0, 40));
  }
  expect(stdout.match(/^ {2}lifted /gm)).toHaveLength(12);
  expect(stdout).toMatch(/issue +lines\[0\]\.quantity is 0\./);
  expect(stdout).toContain('nothing is sent to the API');
  expect(stdout).not.toContain('\u001B[');
});

test('places are named as people would', () => {
  expect(place('')).toBe('(root)');
  expect(place('/properties/lines/items/properties/tax/prefixItems/1')).toBe('lines[].tax[1]');
  expect(place('/properties/a~1b/additionalProperties/anyOf/0')).toBe('a/b[*] (1)');
  expect(place('/$defs/Target/oneOf/1/properties/x')).toBe('#Target (2) x');
  expect(member(['lines', 0, 'tax'])).toBe('lines[0].tax');
  expect(member([])).toBe('the answer');
});
