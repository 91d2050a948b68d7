import { argument, wireItems, wireObject } from '../../codecs/codec.js';
import type { Field } from '../../codecs/fields.js';
import type { CodedShape, Property } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import { CodedPlan } from './coded.js';
import { entriesOf } from './entries.js';
import { NOWHERE, type Plan } from './frame.js';
import { Place, Places } from './places.js';
import { ListFrame } from './plain.js';
import type { Plans } from './plans.js';
import { oneOrNone } from './wrapped.js';

/** What becomes of a property of the wire: nothing, or a place in the value; entries and the items after the positions of a tuple have places of their own. */
interface Part {
  readonly plan?: Plan;
  readonly step?: Step | undefined;
}

/** An object whose properties are found under other names, may be absent, or stand among entries. */
export const fields = (shape: CodedShape, plans: Plans): Plan => object(shape, plans);

/** A tuple with a property a position. Undefined where the positions travel in a form that is not known here. */
export function tuple(shape: CodedShape, plans: Plans): Plan | undefined {
  const { wire } = shape;
  const { length } = argument<{ length: number }>(shape);
  if (wire.kind === 'object') return object(shape, plans, length);
  return wire.kind === 'coded' && wire.codec === 'fields' ? object(wire, plans, length) : undefined;
}

function object(shape: CodedShape, plans: Plans, length?: number): Plan {
  const { fields: given = [] } = argument<{ fields?: readonly Field[] }>(shape);
  const special = new Map(given.map((field) => [field.key, field]));
  const part = ({ key, shape: inner }: Property): Part => {
    const { name = key, role, members, absence } = special.get(key) ?? ({} as Partial<Field>);
    if (role === 'id') return {};
    if (members) return { plan: entriesOf(inner, plans, { members }) };
    if (role === 'entries') return { plan: entriesOf(inner, plans, { declared: () => declared }) };
    if (length !== undefined && name === 'rest') return { plan: rest(plans.of(wireItems(inner)), length) };
    const step = length === undefined ? name : Number(name.slice('item'.length));
    if (absence === 'list') return { step, plan: oneOrNone(plans.of(wireItems(inner)), false) };
    return { step, plan: absence === 'null' ? absentIfNull(plans.of(inner)) : plans.of(inner) };
  };
  const parts = new Map(wireObject(shape).properties.map((property) => [property.key, part(property)]));
  const declared = new Set<Step>([
    ...[...parts.values()].flatMap(({ step }) => step ?? []),
    ...given.flatMap(({ members = [] }) => members),
  ]);
  return new CodedPlan(
    false,
    length === undefined ? 'an object' : 'an object with a property for each position',
    (run, container, at) => {
      const target: Record<string, unknown> | unknown[] = length === undefined ? {} : [];
      run.assembly.put(container, at, target);
      const refs = run.node?.refs;
      const find = (key: string) => {
        const { plan, step } = parts.get(key) ?? {};
        return plan ? new Place(run, plan, target, step ?? '', step) : parts.has(key) ? NOWHERE : undefined;
      };
      return new Places(run, find, () => {
        if (run.assembly.isHoldingBack(target)) run.fail('gap', 'a position stands after one that is left out');
        run.whole(target, refs);
      });
    },
  );
}

function absentIfNull(plan: Plan): Plan {
  return {
    open: (...given) => plan.open(...given),
    scalar: (run, value, ...place) => value === null || plan.scalar(run, value, ...place),
    grow: (...given) => plan.grow(...given),
  };
}

/** The items after the positions of a tuple. */
function rest(items: Plan, length: number): Plan {
  return new CodedPlan(
    true,
    '`rest` to be a list',
    (run, container) => new RestFrame(run, container as unknown[], items, length),
  );
}

class RestFrame extends ListFrame {
  override close(): void {}
}
