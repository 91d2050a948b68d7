import { argument, wireItems, wireObject } from '../../codecs/codec.js';
import type { CodedShape } from '../../ir/shape.js';
import { CodedPlan } from './coded.js';
import { NOWHERE, type Plan } from './frame.js';
import { OneItem, Place, Places } from './places.js';
import type { Plans } from './plans.js';

/** A property of an object of ours: its value grows as if it stood there alone. */
export function inside(plan: Plan, name: string, alone: boolean): Plan {
  const expected = `an object with the property \`${name}\``;
  return new CodedPlan(false, expected, (run, container, step) => {
    const place = new Place(run, plan, container, step);
    return new Places(
      run,
      (key) => (key === name ? place : alone ? undefined : NOWHERE),
      (keys) => keys.has(name) || run.fail('wire-type', `expected ${expected}`),
    );
  });
}

export const tagged = (shape: CodedShape, plans: Plans): Plan => property(shape, plans, 1, false);
export const wrap = (shape: CodedShape, plans: Plans): Plan => property(shape, plans, 0, true);

function property(shape: CodedShape, plans: Plans, index: number, alone: boolean): Plan {
  const inner = wireObject(shape).properties[index];
  if (!inner) throw new TypeError(`codec ${shape.codec} expects a value on the wire`);
  return inside(plans.of(inner.shape), inner.key, alone);
}

/** A list of 1 or 0; an empty one says null, or nothing. */
export function oneOrNone(item: Plan, isNull: boolean): Plan {
  const expected = 'a list of at most one item';
  return new CodedPlan(true, expected, (run, container, step) => {
    const count = { items: 0 };
    const whenNone = () => isNull && run.assembly.put(container, step, null);
    return new OneItem(run, new Place(run, item, container, step), count, ['wire-type', `expected ${expected}`], whenNone);
  });
}

export const maybe = (shape: CodedShape, plans: Plans): Plan => oneOrNone(plans.of(wireItems(shape.wire)), true);

/** A union as one list an option: the one item that comes is the value. */
export function lists(shape: CodedShape, plans: Plans): Plan {
  const { nothing } = argument<{ nothing: boolean }>(shape);
  const options = new Map(wireObject(shape).properties.map(({ key, shape: list }) => [key, plans.of(wireItems(list))]));
  return new CodedPlan(false, 'an object of lists', (run, container, step) => {
    const count = { items: 0 };
    const list = (option: Plan) =>
      new OneItem(run, new Place(run, option, container, step), count, [
        'options',
        'expected one item in all of the lists together',
      ]);
    return new Places(
      run,
      (key) => {
        const option = options.get(key);
        return option && new Place(run, new CodedPlan(true, `\`${key}\` to be a list`, () => list(option)), container, step);
      },
      () => {
        if (count.items > 0) return;
        if (nothing) run.assembly.put(container, step, null);
        else run.fail('options', 'expected one item in one of the lists, found none');
      },
    );
  });
}
