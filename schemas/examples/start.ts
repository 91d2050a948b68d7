import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { Compiled } from '../../src/index.js';
import { type Example, examples } from './demo/examples.js';
import { fates, ledgerText } from './demo/ledger.js';
import { offline } from './demo/offline.js';
import { colors, heading, page, print, said } from './demo/page.js';
import { member } from './demo/place.js';

// npm start: compiles the six examples, lifts their recorded answers, shows one that is rightly refused, and goes the whole way against the emulator.

let wrong = 0;

// Run by itself only: `bascule explain schemas/examples` loads every module here.
if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) await main();

async function main(): Promise<void> {
  print('bascule: six schemas, what is sent to the model in their place, and the way back.');
  print('The answers were recorded by hand: nothing is sent to the API here. Then the whole way through an emulator of it.');
  for (const example of examples) show(example);
  for (const example of examples) if (example.refused !== undefined) refuse(example, example.refused);
  wrong += await offline();
  print();
  print(
    wrong === 0
      ? `All ${examples.length} schemas compiled, every answer was lifted, the bad one was refused; every request ended in an outcome.`
      : `${wrong} of these went wrong.`,
  );
  process.exitCode = wrong === 0 ? 0 : 1;
}

function show(example: Example): void {
  const compiled = example.compile();
  heading(`${example.name}  ${example.about}`);
  print();
  said('size', `${compiled.spend.bytes} bytes of wire schema`);
  said('spend', spend(compiled));
  said('ledger', fates(compiled.ledger));
  print();
  print(ledgerText(compiled));
  for (const answer of example.answers) {
    print();
    said('answer', cut(answer));
    lift(compiled, answer);
  }
}

function lift(compiled: Compiled, answer: string): void {
  const lifted = compiled.parse(answer);
  if (lifted.issues) {
    wrong++;
    said('WRONG', `refused: ${lifted.issues.map((issue) => `${member(issue.path)}: ${issue.message}`).join('\n')}`);
    return;
  }
  said('lifted', inspect(lifted.value, { depth: 12, compact: 4, breakLength: page.width - 14, colors }));
  for (const { path, message, from, to } of lifted.repairs)
    said('repaired', `${member(path)}: ${JSON.stringify(from)} became ${JSON.stringify(to)}. ${message}`);
}

function refuse(example: Example, answer: string): void {
  heading(`${example.name}, refused  The form is right, so the grammar lets it pass. The schema does not.`);
  print();
  said('answer', cut(answer));
  const { issues } = example.compile().parse(answer);
  if (!issues) {
    wrong++;
    said('WRONG', 'it was lifted');
    return;
  }
  for (const { path, message, value } of issues) said('issue', `${member(path)} is ${JSON.stringify(value)}. ${message}.`);
}

function spend({ spend: { optional, union, properties, depth }, target: { limits } }: Compiled): string {
  return `${optional} of ${limits.optional.value} optional properties, ${union} of ${limits.union.value} unions, ${properties} properties, depth ${depth}`;
}

function cut(text: string): string {
  const room = page.width - 12;
  return text.length <= room ? text : `${text.slice(0, room - 1)}…`;
}
