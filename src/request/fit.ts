import type { Lifter } from '../client/lifter.js';
import { type Begun, compile, finish } from '../compile.js';
import type { Compiled } from '../compiled.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Context } from '../passes/context.js';
import { unkeptPins } from '../plan/choose.js';
import { count } from '../plan/count.js';
import { decide } from '../plan/decide.js';
import { type Cost, choiceOf, type Decision, type Form, type Item } from '../plan/item.js';
import { itemsOf } from '../plan/items.js';
import { CHANGE } from '../plan/price.js';
import { measureOf } from '../plan/spend.js';
import type { Member } from './members.js';
import { encodingsAt, pinsFor, type RequestPins, type ToolPins } from './plan.js';

/** An item of a member with the form that was chosen for it. */
export type Decided = readonly [Item, Form];

/** A member with what was decided for it. */
export interface Fitted {
  readonly member: Member;
  /** Whether its schema is compiled to a grammar. */
  readonly strict: boolean;
  readonly lifter: Lifter | undefined;
  /** What it would spend if nothing were re-encoded. */
  readonly asked: Cost;
  readonly decided: readonly Decided[];
  readonly found: readonly Diagnostic[];
}

interface Goal {
  /** What all members together should stay within. */
  readonly slots: Cost;
  /** What the target takes. */
  readonly limits: Cost;
  readonly pins?: RequestPins | undefined;
  /** What an earlier request decided. */
  readonly plan?: RequestPins | undefined;
}

/** Chooses how optionals and unions of all members travel, together. Throws `SchemaError` where a schema can't be compiled. */
export function fitMembers(
  members: readonly { readonly member: Member; readonly strict: boolean }[],
  goal: Goal,
): readonly Fitted[] {
  const asked = members.map(({ member, strict }, index) => {
    const context = contextOf(member, goal.pins);
    const items = member.begun && context ? itemsIn(member.begun, context, index) : [];
    return {
      member,
      strict,
      context,
      items,
      preferred: items.map((item) => preferring(item, pinsFor(goal.plan, toolOf(member)))),
    };
  });
  const fixed = members.flatMap(({ member, strict }) => (strict && !member.begun && member.wire ? [measureOf(member.wire)] : []));
  const left = (key: keyof Cost) => goal.slots[key] - fixed.reduce((sum, spend) => sum + spend[key], 0);
  const decision = decide(
    asked.flatMap(({ strict, preferred }) => (strict ? preferred : [])),
    { optional: left('optional'), union: left('union') },
  );
  return asked.map(({ member, strict, context, items, preferred }) => {
    const decided = items.map(
      (item, index) => [item, formOf(item, preferred[index] as Item, strict ? decision : undefined)] as const,
    );
    const found = items.flatMap(unkeptPins);
    return {
      member,
      strict,
      decided,
      found,
      ...lowered(member, context, pinsFor(goal.pins, toolOf(member)), decided, goal.limits),
    };
  });
}

function itemsIn({ progress, context: { target } }: Begun, { pins }: Pick<Context, 'pins'>, index: number): readonly Item[] {
  return itemsOf(progress.document, pins, target.limits.enumValues.value, index);
}

function toolOf({ tool }: Member): { readonly tool?: string } {
  return tool === undefined ? {} : { tool };
}

/** The context of a schema, where the pins of the request come before its own. */
function contextOf(member: Member, pins: RequestPins | undefined): Pick<Context, 'pins'> | undefined {
  const { begun } = member;
  if (!begun) return undefined;
  const own = pinsFor(pins, toolOf(member));
  if (own.encode === undefined) return begun.context;
  return { pins: (path, stated) => encodingsAt(own, path) ?? begun.context.pins(path, stated) };
}

/** The item with all forms dearer but the one that was planned before. */
function preferring(item: Item, planned: ToolPins): Item {
  const before = encodingsAt(planned, item.path);
  if (!before) return item;
  const forms = item.forms.map((form) => (isSame(form, before) ? form : { ...form, price: form.price + CHANGE }));
  return { ...item, forms: forms as unknown as Item['forms'] };
}

function isSame({ encodings }: Form, before: readonly string[]): boolean {
  return encodings.length === before.length && encodings.every((encoding, index) => encoding === before[index]);
}

/** What was decided for the item; the form that changes least where nothing was to be decided. */
function formOf(item: Item, preferred: Item, decision: Decision | undefined): Form {
  const found = decision?.get(preferred);
  return (found && item.forms[preferred.forms.indexOf(found)]) ?? item.forms[0];
}

function lowered(
  { begun, lifter, wire }: Member,
  context: Pick<Context, 'pins'> | undefined,
  own: ToolPins,
  decided: readonly Decided[],
  limits: Cost,
): Pick<Fitted, 'lifter' | 'asked'> {
  if (!begun || !context) return { lifter, asked: wire ? measureOf(wire) : { optional: 0, union: 0 } };
  const asked = count(begun.progress.document);
  const changed = decided.filter(([item, form]) => form !== item.forms[0]);
  const isPlain = changed.length === 0 && context === begun.context;
  // Within the limits by itself: then what `compile` gives is the very same.
  if (isPlain && asked.optional <= limits.optional && asked.union <= limits.union)
    return { lifter: lifter ?? compile<unknown, unknown>(begun.schema, begun.context.options), asked };
  const key = JSON.stringify([own, decided.map(([item, form]) => [item.path, form.encodings])]);
  return { lifter: finished(begun, key, () => finish(begun, { choice: choiceOf(decided), pins: context.pins })), asked };
}

const cache = new WeakMap<Begun, Map<string, Compiled>>();
const MOST_KEPT = 16;

/** The same schema with the same encodings is compiled once. */
function finished(begun: Begun, key: string, build: () => Compiled): Compiled {
  let known = cache.get(begun);
  if (!known) {
    known = new Map();
    cache.set(begun, known);
  }
  let found = known.get(key);
  if (!found) {
    found = build();
    if (known.size >= MOST_KEPT) known.delete(known.keys().next().value as string);
    known.set(key, found);
  }
  return found;
}
