import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord } from '../../src/ir/json.js';
import { pointer, tokens } from '../../src/ir/pointer.js';
import { listed } from '../arguments.js';
import { didYouMean } from '../nearest.js';
import { packageRoot } from '../package.js';
import { described } from './recognise.js';

export interface ConfigProblem {
  /** JSON Pointer into the configuration. */
  readonly path: string;
  readonly message: string;
  readonly help: string;
}

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly properties?: { readonly [key: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
  readonly $defs?: { readonly [name: string]: Schema };
}

/** What is wrong with a configuration, by `schemas/config.json`, in sentences; undefined where nothing is. */
export function checkConfig(config: unknown): ConfigProblem | undefined {
  const root = JSON.parse(readFileSync(join(packageRoot(), 'schemas', 'config.json'), 'utf8')) as Schema;
  return check(config, root, '', root);
}

function check(value: unknown, schema: Schema, path: string, root: Schema): ConfigProblem | undefined {
  if (schema.$ref !== undefined) return check(value, root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? {}, path, root);
  if (schema.anyOf) return checkOptions(value, schema, path, root);
  if (schema.enum && !schema.enum.includes(value as string))
    return problem(
      path,
      `it is ${quoted(value)}`,
      didYouMean(String(value), schema.enum, `Use ${listed(schema.enum.map((each) => `"${each}"`))}.`),
    );
  if (schema.type !== undefined && !hasType(value, schema.type))
    return problem(path, `it is ${quoted(value)}`, `It must be ${ARTICLES[schema.type] ?? schema.type}.`);
  if (typeof value === 'string' && value.length < (schema.minLength ?? 0))
    return problem(path, 'it is empty', 'Give it a value, or leave it out.');
  if (Array.isArray(value) && value.length < (schema.minItems ?? 0))
    return problem(path, 'it is empty', schema.description ?? 'Name at least one.');
  if (typeof value === 'string' && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return problem(
      path,
      `it is ${quoted(value)}`,
      'It becomes part of a file name: use letters, digits, dots, dashes and underscores.',
    );
  if (typeof value === 'number' && value < (schema.minimum ?? value))
    return problem(path, `it is ${value}`, `It must be at least ${schema.minimum}.`);
  if (typeof value === 'number' && schema.exclusiveMinimum !== undefined && !(value > schema.exclusiveMinimum))
    return problem(path, `it is ${value}`, `It must be above ${schema.exclusiveMinimum}.`);
  if (Array.isArray(value) && schema.items)
    return first(value.map((item, index) => () => check(item, schema.items as Schema, pointer(path, index), root)));
  return isRecord(value) && schema.type === 'object' ? checkObject(value, schema, path, root) : undefined;
}

function checkObject(value: Record<string, unknown>, schema: Schema, path: string, root: Schema): ConfigProblem | undefined {
  const { properties = {}, required = [], additionalProperties } = schema;
  for (const key of required)
    if (value[key] === undefined) return problem(path, `"${key}" is missing`, properties[key]?.description ?? 'Add it.');
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return first(
    entries.map(([key, inner]) => () => {
      const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
      if (known === false) return problem(pointer(path, key), 'there is no such setting', unknownKey(key, properties));
      return known === undefined ? undefined : check(inner, known, pointer(path, key), root);
    }),
  );
}

function unknownKey(key: string, properties: NonNullable<Schema['properties']>): string {
  const known = Object.keys(properties).filter((each) => each !== '$schema');
  return didYouMean(key, known, `The settings are ${listed(known)}.`);
}

/** Reports what is wrong with the option of the value's own type, where there is one. */
function checkOptions(value: unknown, schema: Schema, path: string, root: Schema): ConfigProblem | undefined {
  const options = schema.anyOf ?? [];
  const problems = options.map((option) => check(value, option, path, root));
  if (problems.includes(undefined)) return undefined;
  const alike = options.findIndex((option) => (option.enum ? typeof value === 'string' : hasType(value, option.type ?? '')));
  if (alike >= 0) return problems[alike];
  const forms = options.map((option) =>
    option.enum ? listed(option.enum.map((each) => `"${each}"`)) : (ARTICLES[option.type ?? ''] ?? ''),
  );
  return problem(path, `it is ${quoted(value)}`, `It must be ${forms.join(', or ')}.`);
}

const ARTICLES: Record<string, string> = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  integer: 'a whole number',
  array: 'a list',
  object: 'an object',
};

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isRecord(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
}

function first(checks: readonly (() => ConfigProblem | undefined)[]): ConfigProblem | undefined {
  for (const each of checks) {
    const found = each();
    if (found) return found;
  }
  return undefined;
}

/** A setting that is wrong, called as one would write it in code: `overrides[0].files`. */
export function problem(path: string, what: string, help: string): ConfigProblem {
  const place = tokens(path)
    .map((token) => (/^\d+$/.test(token) ? `[${token}]` : `.${token}`))
    .join('')
    .replace(/^\./, '');
  return { path, message: `The setting ${place === '' ? '(root)' : `"${place}"`} is not right: ${what}.`, help };
}

function quoted(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? JSON.stringify(value)
    : described(value);
}
