import { readArray, readMap, readSet, readTuple } from './arrays.js';
import { readCustom } from './custom.js';
import { readEnum, readLiteral } from './literals.js';
import { readBigInt, readNumber } from './numbers.js';
import { readObject } from './objects.js';
import { readPipe, readTransform } from './pipes.js';
import { readRecord } from './records.js';
import { readAny, readBoolean, readDate, readNaN, readNever, readNull, readRefused, readUndefined } from './scalars.js';
import type { Reader, TypeName } from './schema.js';
import { readString, readTemplate } from './strings.js';
import { readIntersection, readUnion } from './unions.js';
import {
  readCatch,
  readDefault,
  readLazy,
  readNonOptional,
  readNullable,
  readOptional,
  readReadonly,
  readSuccess,
} from './wrappers.js';

/** The reader of each type of schema that Zod 4 knows. */
export const READERS: Readonly<{ [Name in TypeName]: Reader<Name> }> = Object.freeze({
  string: readString,
  template_literal: readTemplate,
  number: readNumber,
  bigint: readBigInt,
  boolean: readBoolean,
  date: readDate,
  null: readNull,
  undefined: readUndefined,
  void: readUndefined,
  any: readAny,
  unknown: readAny,
  never: readNever,
  nan: readNaN,
  literal: readLiteral,
  enum: readEnum,
  array: readArray,
  tuple: readTuple,
  map: readMap,
  set: readSet,
  object: readObject,
  record: readRecord,
  union: readUnion,
  intersection: readIntersection,
  optional: readOptional,
  nonoptional: readNonOptional,
  nullable: readNullable,
  readonly: readReadonly,
  default: readDefault,
  prefault: readDefault,
  catch: readCatch,
  success: readSuccess,
  lazy: readLazy,
  pipe: readPipe,
  transform: readTransform,
  custom: readCustom,
  symbol: readRefused,
  function: readRefused,
  file: readRefused,
  promise: readRefused,
});

/** Types whose readers take their checks into account themselves. */
export const OWN_CHECKS: ReadonlySet<string> = new Set([
  'string',
  'number',
  'bigint',
  'date',
  'array',
  'tuple',
  'map',
  'set',
  'custom',
]);
