import { Ajv, type Options } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type Core from 'ajv/dist/core.js';
import formats from 'ajv-formats';
import type { Dialect } from './dialect.js';

export const ajvOptions = {
  strict: false,
  validateSchema: false,
  logger: false,
  inlineRefs: false,
  ownProperties: true,
} as const satisfies Options;

/** An Ajv of its own for one schema: nothing can collide, and making one takes a fraction of a millisecond. */
export function ajvFor(dialect: Dialect, options: Options): Core.default {
  const Version = dialect === '2020-12' ? Ajv2020 : dialect === '2019-09' ? Ajv2019 : Ajv;
  const ajv = new Version({ ...ajvOptions, ...options });
  formats.default(ajv as Ajv);
  return ajv;
}
