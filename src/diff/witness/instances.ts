import type { InstanceShape, Shape } from '../../ir/shape.js';
import type { Sampler } from './sampler.js';

const FEW = 12;

/** Values of library types, as the library reads them. */
export function instancesOf(sampler: Sampler, { type, parts }: InstanceShape, depth: number): unknown[] {
  const [first, second] = parts.map((part: Shape) => sampler.values(part, undefined, depth + 1, FEW));
  switch (type) {
    case 'date':
      return ['2025-06-30T14:30:00.000Z', '1970-01-01T00:00:00.000Z', '2999-12-31T23:59:59.999Z', '1900-01-01T00:00:00.000Z'].map(
        (text) => new Date(text),
      );
    case 'bigint':
      return [0n, 1n, -1n, 42n, 10n ** 20n, -(10n ** 20n)];
    case 'url':
      return ['https://example.com/', 'http://localhost:8080/a?b=c'].map((text) => new URL(text));
    case 'nan':
      return [Number.NaN];
    case 'undefined':
      return [undefined];
    case 'bytes':
      return [new Uint8Array([1, 2, 3]), new Uint8Array()];
    case 'set': {
      const items = first ?? [];
      return [new Set(), new Set(items), ...items.map((item) => new Set([item]))];
    }
    case 'map': {
      const [keys, held] = [first ?? [], second ?? []];
      if (keys.length === 0 || held.length === 0) return [new Map()];
      return [new Map(), ...held.map((value) => new Map([[keys[0], value]])), ...keys.map((key) => new Map([[key, held[0]]]))];
    }
  }
}
