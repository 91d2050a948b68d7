import { decodeText, textEncoder } from './from-text.js';

export const decode = /* @__PURE__ */ decodeText('bytes', (text) =>
  /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
    ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
    : undefined,
);

export const encoder = /* @__PURE__ */ textEncoder(
  'bytes',
  (value): value is Uint8Array => value instanceof Uint8Array,
  (value) => btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')),
);
