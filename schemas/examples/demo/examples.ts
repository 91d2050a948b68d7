import { readFileSync } from 'node:fs';
import type { Compiled } from '../../../src/index.js';
import { compile } from '../../../src/index.js';
import * as contact from '../contact.js';
import * as event from '../event.js';
import * as invoice from '../invoice.js';
import * as thread from '../thread.js';
import * as ticket from '../ticket.js';

export interface Example {
  readonly name: string;
  /** What it is, in a sentence. */
  readonly about: string;
  readonly compile: () => Compiled;
  /** Answers as the model would write them, recorded by hand. */
  readonly answers: readonly string[];
  readonly refused?: string;
}

export const examples: readonly Example[] = [
  {
    name: 'invoice',
    about: 'Zod. An invoice read from a scan: taxes are tuples, totals a record.',
    compile: () => compile(invoice.Invoice),
    ...invoice,
  },
  {
    name: 'ticket',
    about: 'Zod. Triage of a support ticket: enums, a small range, optional and nullable at once.',
    compile: () => compile(ticket.Ticket),
    ...ticket,
  },
  {
    name: 'contact',
    about: 'TypeBox. A contact record whose metadata may be anything.',
    compile: () => compile(contact.Contact),
    ...contact,
  },
  {
    name: 'thread',
    about: 'Zod. A comment thread: recursive, so it travels as a table of nodes.',
    compile: () => compile(thread.Comment),
    ...thread,
  },
  { name: 'event', about: 'Zod. A calendar event with Date, bigint and Map.', compile: () => compile(event.Event), ...event },
  {
    name: 'action',
    about: 'JSON Schema. What a user-interface assistant does next: one of four actions.',
    compile: () => compile(json('action.json')),
    answers: json('action.answers.json') as string[],
  },
];

function json(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
}
