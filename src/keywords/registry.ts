import { allOf } from './allOf.js';
import { anyOf } from './anyOf.js';
import { const as constant } from './const.js';
import { contains } from './contains.js';
import { contentEncoding } from './contentEncoding.js';
import { contentMediaType } from './contentMediaType.js';
import { dependencies } from './dependencies.js';
import { dependentRequired } from './dependentRequired.js';
import { dependentSchemas } from './dependentSchemas.js';
import { enum as enumeration } from './enum.js';
import { exclusiveMaximum } from './exclusiveMaximum.js';
import { exclusiveMinimum } from './exclusiveMinimum.js';
import { format } from './format.js';
import { if as conditional } from './if.js';
import type { Keyword } from './keyword.js';
import { maxContains } from './maxContains.js';
import { maxItems } from './maxItems.js';
import { maximum } from './maximum.js';
import { maxLength } from './maxLength.js';
import { maxProperties } from './maxProperties.js';
import { minContains } from './minContains.js';
import { minItems } from './minItems.js';
import { minimum } from './minimum.js';
import { minLength } from './minLength.js';
import { minProperties } from './minProperties.js';
import { multipleOf } from './multipleOf.js';
import { not } from './not.js';
import { oneOf } from './oneOf.js';
import { pattern } from './pattern.js';
import { propertyNames } from './propertyNames.js';
import { refine } from './refine.js';
import { required } from './required.js';
import { unevaluatedItems } from './unevaluatedItems.js';
import { unevaluatedProperties } from './unevaluatedProperties.js';
import { uniqueItems } from './uniqueItems.js';

/** Every keyword that is a constraint. The order does not matter. */
const all: readonly Keyword[] = Object.freeze([
  minLength,
  maxLength,
  pattern,
  format,
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf,
  minItems,
  maxItems,
  uniqueItems,
  contains,
  minContains,
  maxContains,
  minProperties,
  maxProperties,
  propertyNames,
  required,
  dependentRequired,
  dependentSchemas,
  dependencies,
  enumeration,
  constant,
  not,
  conditional,
  oneOf,
  anyOf,
  allOf,
  unevaluatedProperties,
  unevaluatedItems,
  contentEncoding,
  contentMediaType,
  refine,
]);

export const keywords: ReadonlyMap<string, Keyword> = new Map(all.map((keyword) => [keyword.name, Object.freeze(keyword)]));
