import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Document } from '../ir/shape.js';
import type { Context } from '../passes/context.js';
import { type Choice, choiceOf, type Item } from './item.js';
import { itemsOf } from './items.js';
import { withoutSingles } from './singles.js';
import { solve } from './solve.js';

/** The cheapest encodings with which a document alone is within the target's limits; the same document always gets the same. */
export function choose(document: Document, { target, pins, findings }: Context): Choice {
  const { optional, union } = target.limits;
  const items = itemsOf(document, pins);
  for (const item of items) for (const finding of unkeptPins(item)) findings.report(finding);
  return choiceOf(withoutSingles(solve(items, { optional: optional.value, union: union.value })));
}

/** A pin asks for a form that the place can't have. */
export function unkeptPins({ path, forms: [form], unkept }: Item): readonly Diagnostic[] {
  return unkept.map((encoding) => ({
    code: 'pin-not-kept',
    severity: 'warning',
    path,
    message:
      encoding === 'nullable'
        ? "This place is pinned as 'nullable', but null means something here already, so it travels as a list."
        : `This place is pinned as '${encoding}', which it can not be: it has the forms of ${form.encodings.join(' and ')}.`,
    help: "An optional property is 'optional', 'nullable' or 'list', a plain one also 'entries'; a union is 'bare', 'tagged' or 'lists'.",
  }));
}
