import { wireItems } from '../../codecs/codec.js';
import { besideEntry } from '../../codecs/entries.js';
import { memberOf } from '../../codecs/group.js';
import type { CodedShape, Shape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import { Holder } from './assembly.js';
import { CodedPlan } from './coded.js';
import { Frame, NOWHERE, type Plan } from './frame.js';
import { Place, Places, Scalar } from './places.js';
import { PLAIN } from './plain.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';

/** A record as a list of `{key, value}`: fills up entry by entry. */
export const entries = (shape: CodedShape, plans: Plans): Plan => entriesOf(shape.wire, plans);

/** The entries of an object that has other properties too. */
interface Beside {
  /** Keys of properties that stand by themselves. */
  readonly declared?: () => ReadonlySet<Step>;
  /** The only keys that there can be. */
  readonly members?: readonly string[];
}

/** Entries that fill an object of their own, or one that has properties beside them. */
export function entriesOf(list: Shape, plans: Plans, beside?: Beside): Plan {
  const items = wireItems(list);
  const property = items.kind === 'object' ? items.properties[1] : undefined;
  if (!property) throw new TypeError('entries expect objects');
  const value = plans.of(property.shape);
  return new CodedPlan(true, 'a list of entries, each with `key` and `value`', (run, container, step) => {
    if (beside) return new EntriesFrame(run, container as Record<string, unknown>, value, beside);
    const target = {};
    run.assembly.put(container, step, target);
    const refs = run.node?.refs;
    return new EntriesFrame(run, target, value, undefined, () => run.whole(target, refs));
  });
}

class EntriesFrame extends Frame {
  readonly #given = new Set<Step>();

  constructor(
    readonly run: Run,
    readonly target: Record<string, unknown>,
    readonly value: Plan,
    readonly beside?: Beside,
    readonly closed?: () => void,
  ) {
    super();
  }

  override close(): void {
    this.closed?.();
  }

  override open(list: boolean): Frame {
    return list ? this.#fail() : this.#entry();
  }

  override scalar(): void {
    this.#fail();
  }

  #entry(): Frame {
    const { run, target, value } = this;
    let name: string | undefined;
    const early = new Holder();
    const naming = new Scalar((written) => {
      if (typeof written !== 'string') return this.#fail();
      const key = this.beside?.members ? memberOf(this.beside.members, written) : written;
      if (key === undefined) run.fail('unknown-property', `the property \`${written}\` was not asked for`, undefined, written);
      else if (this.beside?.declared?.().has(key))
        run.fail('declared-key', `the entry \`${key}\` has the name of a property that stands by itself`, undefined, key);
      else if (this.#given.has(key)) run.fail('duplicate-key', `the entry \`${key}\` stands there twice`, undefined, key);
      else {
        this.#given.add(key);
        name = key;
      }
    });
    const find = (key: string) => {
      if (key === 'key') return naming;
      if (key !== 'value') {
        run.fail('unknown-property', besideEntry(key), undefined, ...(name === undefined ? [] : [name]));
        return NOWHERE;
      }
      return name === undefined ? new Place(run, PLAIN, early, '') : new Place(run, value, target, name, name);
    };
    return new Places(run, find, (keys) => {
      if (name === undefined || !keys.has('value')) this.#fail();
      else if (early.filled) run.deliver(early.value, new Place(run, value, target, name, name));
    });
  }

  #fail(): Frame {
    this.run.fail('wire-type', 'expected an entry with a text `key` and a `value`');
    return NOWHERE;
  }
}
