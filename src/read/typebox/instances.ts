import type { InstanceShape, InstanceType, Shape } from '../../ir/shape.js';
import { notesOf } from '../json-schema/scope.js';
import { ownFacets, type Reader, type Site } from './site.js';

const moment = (time: number): string => (Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : `${time} ms after 1970`);

const DATE = {
  minimumTimestamp: (time: number) => `at or after ${moment(time)}`,
  maximumTimestamp: (time: number) => `at or before ${moment(time)}`,
  exclusiveMinimumTimestamp: (time: number) => `after ${moment(time)}`,
  exclusiveMaximumTimestamp: (time: number) => `before ${moment(time)}`,
  multipleOfTimestamp: (step: number) => `a whole multiple of ${step} ms since 1970`,
};

const BIGINT = {
  minimum: (bound: bigint) => `at least ${bound}`,
  maximum: (bound: bigint) => `at most ${bound}`,
  exclusiveMinimum: (bound: bigint) => `more than ${bound}`,
  exclusiveMaximum: (bound: bigint) => `less than ${bound}`,
  multipleOf: (step: bigint) => `a multiple of ${step}`,
};

const BYTES = {
  minByteLength: (count: number) => `at least ${count} bytes`,
  maxByteLength: (count: number) => `at most ${count} bytes`,
};

/** Types whose values JSON lacks: the finished value is an instance of them. */
export const instances: Readonly<Record<string, Reader>> = {
  Date: (site) => instance(site, 'date', ownFacets(site, DATE)),
  BigInt: (site) => instance(site, 'bigint', ownFacets(site, BIGINT)),
  Uint8Array: (site) => instance(site, 'bytes', ownFacets(site, BYTES)),
  Undefined: (site) => instance(site, 'undefined', {}),
  Void: (site) => instance(site, 'undefined', {}),
  Literal: bigintLiteral,
};

function instance({ node, path }: Site, type: InstanceType, more: Pick<InstanceShape, 'facets'>): Shape {
  const notes = notesOf(node);
  return { kind: 'instance', type, parts: [], path, ...more, ...(notes && Object.keys(notes).length > 0 && { notes }) };
}

function bigintLiteral(site: Site): Shape | undefined {
  const { const: value } = site.node;
  if (typeof value !== 'bigint') return undefined;
  return instance(site, 'bigint', { facets: [{ keyword: 'const', value: String(value), path: site.path, hint: `always ${value}` }] });
}
