import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type Measure, measureOf } from '../../plan/spend.js';
import type { SchemaAsked } from '../schemas-asked.js';
import { places, type Rejection, subjectOf } from './rejection.js';

export const tooManyOptionals: Rejection = {
  fragment: /too many optional parameters \((\d+)\)(?:.{0,400}limit: (\d+))?/s,
  explain: ({ match: [, count, limit], all }) => [
    request(
      'too-many-optional',
      `The request has ${count} optional properties${taken(limit)}: ${places(all, ({ optional }) => optional)}.`,
      "Make some required, or pin some with the option `encode: { [path]: 'nullable' }` or `'list'`; a tool that may be loose takes `strict: false`.",
    ),
  ],
};

export const tooManyUnions: Rejection = {
  fragment: /too many parameters with union types \((\d+)(?:.{0,400}limit: (\d+))?/s,
  explain: ({ match: [, count, limit], all }) => [
    request(
      'too-many-unions',
      `The request has ${count} unions${taken(limit)}: ${places(all, ({ node }) => 'anyOf' in node || Array.isArray(node['type']))}.`,
      "Pin nullable properties with `encode: { [path]: 'list' }` and unions with `'lists'`, or send fewer strict tools.",
    ),
  ],
};

export const tooManyStrictTools: Rejection = {
  fragment: /Too many strict tools \((\d+)\)(?:.{0,400}supported is (\d+))?/s,
  explain: ({ match: [, count, limit], all }) => [
    request(
      'too-many-strict-tools',
      `The request has ${count} strict tools${taken(limit)}: ${all.flatMap(({ tool, strict }) => (tool && strict ? [tool.name] : [])).join(', ')}.`,
      'Define those that matter less with `strict: false`.',
    ),
  ],
};

export const tooComplex: Rejection = {
  fragment: /too complex for compilation|Schema is too complex|compiled grammar is too large|compilation timed out/i,
  explain: ({ all }) => [
    request(
      'too-complex',
      `The schemas of the request are within the documented limits, but their grammar is too large for the API: ${all
        .filter(({ strict }) => strict)
        .map(spending)
        .join('; ')}.`,
      'Make properties required, use fewer unions, split the request, or send rarely used tools with `strict: false`. `spend` says what each schema takes.',
    ),
  ],
};

function request(code: string, message: string, help: string): Diagnostic {
  return { code, severity: 'error', path: '', message, help };
}

function taken(limit: string | undefined): string {
  return limit === undefined ? '' : `, of which ${limit} are taken`;
}

const COUNTED: readonly (readonly [name: keyof Measure, words: string])[] = [
  ['properties', 'properties'],
  ['optional', 'of them optional'],
  ['union', 'unions'],
  ['enumValues', 'values of enums'],
  ['depth', 'levels'],
];

/** `the output has 12 properties, 3 of them optional, 2 levels`. */
function spending(schema: SchemaAsked): string {
  const measure = measureOf(schema.wire as never);
  const counts = COUNTED.filter(([name]) => measure[name] > 0).map(([name, words]) => `${measure[name]} ${words}`);
  return `${subjectOf(schema)} has ${counts.join(', ') || 'no properties'}`;
}
