import { isRecord } from '../ir/json.js';
import { condition, consequences } from './clauses.js';
import type { Keyword } from './keyword.js';
import { joined } from './phrase.js';
import { predicate } from './predicate.js';

const conditional: Keyword = {
  name: 'if',
  on: 'any',
  hint({ value }) {
    if (!isRecord(value)) return undefined;
    const premise = premiseWords(value.if);
    if (premise === undefined) return undefined;
    const then = conclusion(value.then);
    const otherwise = conclusion(value.else);
    if (then !== undefined) return `If ${premise}, then ${then}.${otherwise === undefined ? '' : ` Otherwise ${otherwise}.`}`;
    return otherwise === undefined ? undefined : `Unless ${premise}, ${otherwise}.`;
  },
};

export { conditional as if };

function premiseWords(schema: unknown): string | undefined {
  const clauses = condition(schema);
  if (clauses !== undefined)
    return clauses.length === 1
      ? clauses[0]
      : clauses.map((clause) => (clause.endsWith('or is absent') ? `(${clause})` : clause)).join(' and ');
  const words = predicate(schema);
  return words === undefined ? undefined : `it ${words}`;
}

function conclusion(schema: unknown): string | undefined {
  if (schema === undefined || schema === true) return undefined;
  if (schema === false) return 'nothing is valid';
  const clauses = consequences(schema);
  if (clauses.length > 0) return joined(clauses, 'and');
  const words = predicate(schema);
  return words === undefined ? undefined : `it ${words}`;
}
