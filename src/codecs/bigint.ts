import { decodeText, textEncoder } from './from-text.js';

export const decode = /* @__PURE__ */ decodeText('bigint', (text) => (/^-?\d+$/.test(text) ? BigInt(text) : undefined));

export const encoder = /* @__PURE__ */ textEncoder(
  'bigint',
  (value): value is bigint => typeof value === 'bigint',
  (value) => value.toString(),
);
