import { decodeText, textEncoder } from './from-text.js';

export const decode = /* @__PURE__ */ decodeText('url', (text) => (URL.canParse(text) ? new URL(text) : undefined));

export const encoder = /* @__PURE__ */ textEncoder(
  'url',
  (value): value is URL => value instanceof URL,
  (value) => value.href,
);
