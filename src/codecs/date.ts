import { decodeText, textEncoder } from './from-text.js';

export const decode = /* @__PURE__ */ decodeText('date', (text) => {
  const value = new Date(text);
  return /^[+-]?\d{4,6}-\d\d-\d\d/.test(text) && !Number.isNaN(value.getTime()) ? value : undefined;
});

export const encoder = /* @__PURE__ */ textEncoder(
  'date',
  (value): value is Date => value instanceof Date && !Number.isNaN(value.getTime()),
  (value) => value.toISOString(),
);
