import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Encoding } from '../ir/encoding.js';
import type { Document } from '../ir/shape.js';
import type { Context } from '../passes/context.js';
import { decide } from './decide.js';
import { type Choice, choiceOf, type Item } from './item.js';
import { itemsOf } from './items.js';

/** The cheapest encodings with which a document alone is within the target's limits; the same document always gets the same. */
export function choose(document: Document, { target, pins, findings }: Context): Choice {
  const { optional, union, enumValues } = target.limits;
  const items = itemsOf(document, pins, enumValues.value);
  for (const item of items) for (const finding of unkeptPins(item)) findings.report(finding);
  return choiceOf(decide(items, { optional: optional.value, union: union.value }));
}

const PROPERTY: readonly Encoding[] = ['optional', 'nullable', 'list', 'entries'];

/** A pin asks for a form that the place can't have. */
export function unkeptPins({ path, forms, unkept }: Item): readonly Diagnostic[] {
  const possible = [...new Set(forms.flatMap(({ encodings }) => encodings))].map((each) => `'${each}'`);
  return unkept.map((encoding) => ({
    code: 'pin-not-kept',
    severity: 'warning',
    path,
    message:
      encoding === 'nullable'
        ? "This place is pinned as 'nullable', but null means something here already, so it travels as a list."
        : encoding === 'entries' && forms.some(({ encodings }) => PROPERTY.includes(encodings[0] as Encoding))
          ? "This place is pinned as 'entries', but only what is plain can share a list with others: a scalar, a list or union of scalars, without `default`, `examples` and anything that is narrowed."
          : `This place is pinned as '${encoding}', which it can not be: it can be ${possible.join(', ')}.`,
    help: "An optional property is 'optional', 'nullable' or 'list', a plain one also 'entries'; a union is 'bare', 'tagged' or 'lists'.",
  }));
}
