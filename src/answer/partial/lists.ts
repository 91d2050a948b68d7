import { argument, wireItems, wireObject } from '../../codecs/codec.js';
import type { CodedShape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { CodedPlan, KeyedFrame } from './coded.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import { OneItem } from './one-item.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';
import { Slot } from './slot.js';

/** A union as one list an option: the one item that comes is the value. */
class ListsPlan extends CodedPlan {
  constructor(
    readonly options: ReadonlyMap<string, Plan>,
    readonly nothing: boolean,
  ) {
    super(false, 'an object of lists');
  }

  begin(run: Run, container: Container, step: Step): Frame {
    return new ListsFrame(run, this, container, step);
  }
}

class ListsFrame extends KeyedFrame {
  readonly #count = { items: 0 };
  #key = '';

  constructor(
    run: Run,
    readonly plan: ListsPlan,
    readonly container: Container,
    readonly at: Step,
  ) {
    super(run);
  }

  protected begin(key: string): void {
    this.#key = key;
    if (!this.plan.options.has(key)) this.run.fail('unknown-property', `the property \`${key}\` was not asked for`);
  }

  open(list: boolean): Frame {
    const option = this.plan.options.get(this.#key);
    if (option && list) {
      const place = new Slot(this.run, option, this.container, this.at);
      return new OneItem(this.run, place, this.#count, ['options', 'expected one item in all of the lists together, found more']);
    }
    this.scalar();
    return NOWHERE;
  }

  scalar(): void {
    this.run.fail('wire-type', `expected \`${this.#key}\` to be a list`);
  }

  grow(): void {}

  close(): void {
    if (this.#count.items > 0) return;
    if (this.plan.nothing) this.run.put(this.container, this.at, null);
    else this.run.fail('options', 'expected one item in one of the lists, found none');
  }
}

export const lists = (shape: CodedShape, plans: Plans): Plan =>
  new ListsPlan(
    new Map(wireObject(shape).properties.map(({ key, shape: list }) => [key, plans.of(wireItems(list))])),
    argument<{ nothing: boolean }>(shape).nothing,
  );
