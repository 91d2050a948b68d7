import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { type SchemaAsked, type Sent, schemasOf } from '../schemas-asked.js';
import { itemList, notASchema, openObject, propertyName, toolRoot, untyped } from './forms.js';
import { keyword, keywords, minItems } from './keywords.js';
import { tooComplex, tooManyOptionals, tooManyStrictTools, tooManyUnions } from './limits.js';
import { platform } from './platform.js';
import { circular, dangling } from './references.js';
import type { Rejection } from './rejection.js';
import { enumType, format, pattern } from './values.js';

/** What the API says of schemas, the more special first. */
const REJECTIONS: readonly Rejection[] = [
  tooManyOptionals,
  tooManyUnions,
  tooManyStrictTools,
  platform,
  circular,
  dangling,
  format,
  pattern,
  tooComplex,
  enumType,
  openObject,
  minItems,
  keywords,
  keyword,
  untyped,
  itemList,
  propertyName,
  toolRoot,
  notASchema,
];

/** What the API's words mean in terms of the schemas of a request; nothing where they are about no schema of it. */
export function diagnose(words: string, sent: Sent): readonly Diagnostic[] {
  for (const { fragment, explain } of REJECTIONS) {
    const match = fragment.exec(words);
    if (!match) continue;
    const all = schemasOf(sent);
    return explain({ match, words, about: meant(words, all), all });
  }
  return [];
}

/** The schemas that the words may be about: they may name a tool by its index, or the format. */
function meant(words: string, schemas: readonly SchemaAsked[]): readonly SchemaAsked[] {
  const index = /\btools\.(\d+)\b/.exec(words)?.[1];
  if (index !== undefined) return schemas.filter(({ tool }) => tool?.index === Number(index));
  return /\boutput_(?:config|format)\b/.test(words) ? schemas.filter(({ tool }) => !tool) : schemas;
}
