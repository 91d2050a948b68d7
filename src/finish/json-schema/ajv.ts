import { _, Ajv, type ErrorObject, type Options, type Schema, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type Core from 'ajv/dist/core.js';
import addFormats from 'ajv-formats';
import { tokens } from '../../ir/pointer.js';
import type { Issue, Step } from '../../read/source.js';
import { constant, enumeration, uniqueItems } from './ajv-keywords.js';
import type { Dialect } from './dialect.js';
import type { Engine } from './finisher.js';
import { formats } from './formats.js';
import { regExpOf } from './patterns/index.js';

const regExp = Object.assign(
  (pattern: string, flags: string) => {
    const matcher = regExpOf(pattern, flags);
    // Ajv takes matchers of one name for the same.
    return { test: (text: string) => matcher.test(text), toString: () => `/${pattern}/${flags}` };
  },
  { code: 'standalone.regExpOf' },
);

export const ajvOptions = {
  strict: false,
  validateSchema: false,
  logger: false,
  inlineRefs: false,
  ownProperties: true,
  messages: false,
} as const satisfies Options;

/** An Ajv of its own for one schema: nothing can collide, and making one takes a fraction of a millisecond. */
export function ajvFor(dialect: Dialect, options: Options): Core.default {
  const Version = dialect === '2020-12' ? Ajv2020 : dialect === '2019-09' ? Ajv2019 : Ajv;
  const ajv = new Version({ ...ajvOptions, ...options, code: { ...options.code, regExp, formats: _`standalone.formats` } });
  for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
  addFormats.default(ajv as Ajv, { formats: [], keywords: true });
  for (const definition of [enumeration, constant, uniqueItems])
    ajv.removeKeyword(definition.keyword as string).addKeyword(definition);
  return ajv;
}

/** Compiles a prepared schema, without the flag `u` only where a pattern is not valid with it, as Ajv's users do. Undefined when Ajv can't read it. */
export function compileAjv(
  prepared: unknown,
  dialect: Dialect,
  options: Options = {},
): { readonly ajv: Core.default; readonly validate: ValidateFunction } | undefined {
  for (const unicodeRegExp of [true, false]) {
    try {
      const ajv = ajvFor(dialect, { ...options, unicodeRegExp });
      return { ajv, validate: ajv.compile(prepared as Schema) };
    } catch {
      // Next.
    }
  }
  return undefined;
}

/** An engine of generated code, poor in words. */
export function ajvEngine(prepared: unknown, dialect: Dialect, options: Options = {}): Engine | undefined {
  const validate = compileAjv(prepared, dialect, options)?.validate;
  return (
    validate && {
      check: (value) => validate(value) === true,
      explain: (value) => (validate(value) ? [] : (validate.errors ?? []).map((error) => issueOf(error, value))),
    }
  );
}

/** Where the fault is; the words for it are the evaluator's business. */
function issueOf({ instancePath, keyword }: ErrorObject, value: unknown): Issue {
  const path: Step[] = [];
  let at = value;
  for (const token of tokens(instancePath)) {
    path.push(Array.isArray(at) && /^\d+$/.test(token) ? Number(token) : token);
    at = (at as Record<string, unknown> | undefined)?.[token];
  }
  return { path, code: 'finish', message: `The value does not satisfy \`${keyword}\` of the source schema.`, value: at };
}
