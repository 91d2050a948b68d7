import type { InstanceShape, InstanceType, Shape } from '../../ir/shape.js';
import { notesOf } from '../json-schema/scope.js';
import { ownFacets, type Reader, type Site } from './site.js';

const moment = (time: number): string => (Math.abs(time) <= 8.64e15 ? new Date(time).toISOString() : `${time} ms after 1970`);

const DATE = {
  minimumTimestamp: (time: number) => `On or after ${moment(time)}.`,
  maximumTimestamp: (time: number) => `On or before ${moment(time)}.`,
  exclusiveMinimumTimestamp: (time: number) => `After ${moment(time)}.`,
  exclusiveMaximumTimestamp: (time: number) => `Before ${moment(time)}.`,
  multipleOfTimestamp: (step: number) => `A whole multiple of ${step} ms since 1970.`,
};

const BIGINT = {
  minimum: (bound: bigint) => `At least ${bound}.`,
  maximum: (bound: bigint) => `At most ${bound}.`,
  exclusiveMinimum: (bound: bigint) => `More than ${bound}.`,
  exclusiveMaximum: (bound: bigint) => `Less than ${bound}.`,
  multipleOf: (step: bigint) => `A multiple of ${step}.`,
};

const BYTES = {
  minByteLength: (count: number) => `At least ${count} bytes.`,
  maxByteLength: (count: number) => `At most ${count} bytes.`,
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
  return instance(site, 'bigint', {
    facets: [{ keyword: 'const', value: String(value), path: site.path, hint: `Exactly ${value}.` }],
  });
}
