import type { JsonSchema } from '../../compiled.js';
import { isRecord } from '../../ir/json.js';
import { type Measure, measureOf } from '../../plan/spend.js';
import type { RequestBody } from '../message.js';
import { formatOf, titleOf, toolsOf } from './parts.js';

/** A schema of the request that is compiled to a grammar, and what it spends of the budgets that all of them share. */
export interface Spending {
  readonly title: string;
  readonly spend: Measure;
}

/** Largest first by what `of` says. */
export function spendingsOf(body: RequestBody, of: (spend: Measure) => number): readonly Spending[] {
  const spendings: Spending[] = [];
  const add = (title: string, schema: unknown) => {
    if (isRecord(schema)) spendings.push({ title, spend: measureOf(schema as JsonSchema) });
  };
  add('the output', formatOf(body)?.['schema']);
  for (const { tool } of toolsOf(body)) if (tool['strict'] === true) add(`the tool ${titleOf(tool)}`, tool['input_schema']);
  return spendings.filter(({ spend }) => of(spend) > 0).sort((a, b) => of(b.spend) - of(a.spend));
}

/** `the output 14, the tool "add" 11`. */
export function listed(spendings: readonly Spending[], of: (spend: Measure) => number): string {
  return spendings.map(({ title, spend }) => `${title} ${of(spend)}`).join(', ');
}
