import { isRecord } from '../../src/ir/json.js';
import { listed } from '../arguments.js';
import { Failure } from '../failure.js';
import { didYouMean } from '../nearest.js';
import type { Exports } from './modules.js';
import { described, isCompiled, isSchema, mayBeSchema } from './recognise.js';

export interface ModuleSource {
  readonly shown: string;
  readonly file: string;
  readonly exports: Exports;
  readonly fragment: string | undefined;
  readonly found: boolean;
}

export interface ModuleSchemaFound {
  readonly schema: unknown;
  /** Export name; dotted for a member of an exported object. */
  readonly export: string;
}

const MANY = 12;

/** The schemas that a module exports: the one that is named, or all. */
export function moduleSchemas(source: ModuleSource): ModuleSchemaFound[] {
  const { exports, fragment, found } = source;
  if (fragment !== undefined && fragment !== '') return named(fragment, source);
  const schemas = new Map<unknown, string>();
  for (const [name, value] of exports)
    if (isSchema(value) && (!schemas.has(value) || schemas.get(value) === 'default')) schemas.set(value, name);
  if (schemas.size === 0 && !found) throw none(source);
  return [...schemas].map(([schema, name]) => ({ schema, export: name }));
}

function named(name: string, source: ModuleSource): ModuleSchemaFound[] {
  const { exports, shown, file, found } = source;
  const value = member(exports, name);
  if (value === undefined) {
    if (found) return [];
    throw noExport(name, source);
  }
  if (mayBeSchema(value.value)) return [{ schema: value.value, export: name }];
  const inside = membersOf(name, value.value);
  throw new Failure({
    code: 'not-a-schema',
    message: `${shown}#${name} is ${described(value.value)}, not a schema.`,
    help:
      inside.length > 0
        ? `It holds schemas: address one, such as ${shown}#${inside[0]}.`
        : isCompiled(value.value)
          ? 'Export the schema it was compiled from, and address that.'
          : typeof value.value === 'function'
            ? 'Export the schema it makes, and address that.'
            : 'Address a Zod or TypeBox schema, a Standard JSON Schema, or a JSON Schema object.',
    file,
  });
}

function member(exports: Exports, name: string): { readonly value: unknown } | undefined {
  if (exports.has(name)) return { value: exports.get(name) };
  const [first = '', ...rest] = name.split('.');
  let value: unknown = exports.get(first);
  if (rest.length === 0) return undefined;
  for (const key of rest) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return { value };
}

function membersOf(name: string, value: unknown): string[] {
  if (!isRecord(value)) return [];
  return Object.entries(value)
    .filter(([, inner]) => isSchema(inner))
    .map(([key]) => `${name}.${key}`);
}

function noExport(name: string, source: ModuleSource): Failure {
  const { exports, shown, file } = source;
  if (name.startsWith('/'))
    return new Failure({
      code: 'no-export',
      message: `"#${name}" is a JSON Pointer, but ${shown} is a module: its schemas are addressed by export name.`,
      help: inventory(source),
      file,
    });
  return new Failure({
    code: 'no-export',
    message: `${shown} has no export "${name}".`,
    help: didYouMean(name, schemaNames(exports).length > 0 ? schemaNames(exports) : exports.keys(), inventory(source)),
    file,
  });
}

function none(source: ModuleSource): Failure {
  return new Failure({
    code: 'no-schema',
    message: `${source.shown} exports no schema, so there is nothing to compile.`,
    help: inventory(source),
    file: source.file,
  });
}

/** What a module does export, so that nobody has to look. */
function inventory({ exports, shown }: ModuleSource): string {
  const schemas = schemaNames(exports);
  const others = [...exports.keys()].filter((name) => !schemas.includes(name));
  if (exports.size === 0) return 'It exports nothing. Put "export" before the schema.';
  const parts = [
    schemas.length > 0 ? `${some(schemas)} (${schemas.length === 1 ? 'a schema' : 'schemas'})` : '',
    others.length > 0 ? some(others.map((name) => `${name} (${described(exports.get(name))})`)) : '',
  ];
  const inside = schemas.length > 0 ? [] : others.flatMap((name) => membersOf(name, exports.get(name)));
  const hint =
    inside.length > 0
      ? ` Address what is inside an object as ${shown}#${inside[0]}.`
      : schemas.length === 0
        ? ' Export the Zod or TypeBox schema or JSON Schema object itself.'
        : '';
  return `It exports ${parts.filter((part) => part !== '').join('; ')}.${hint}`;
}

function schemaNames(exports: Exports): string[] {
  return [...exports].filter(([, value]) => isSchema(value)).map(([name]) => name);
}

function some(names: readonly string[]): string {
  return names.length > MANY
    ? `${names.slice(0, MANY).join(', ')} and ${names.length - MANY} more`
    : listed(names).replace(/ or ([^,]*)$/, ' and $1');
}
