import { wireItems } from '../../codecs/codec.js';
import type { Primitive } from '../../ir/json.js';
import type { CodedShape, Shape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { CodedPlan, KeyedFrame } from './coded.js';
import { Collecting } from './collecting.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';
import { Slot } from './slot.js';

/** A record as a list of `{key, value}`: fills up entry by entry. */
class EntriesPlan extends CodedPlan {
  override readonly certain = true;

  constructor(readonly value: Plan) {
    super(true, 'a list of entries, each with `key` and `value`');
  }

  begin(run: Run, container: Container, step: Step): Frame {
    const target: Record<string, unknown> = {};
    run.put(container, step, target);
    const refs = run.node?.refs ?? 0;
    return new EntriesFrame(run, target, this.value, new Set(), () => run.whole(target, refs));
  }
}

/** Reads entries into an object that may have other properties. */
export class EntriesFrame implements Frame {
  readonly step = undefined;
  readonly given = new Set<string>();

  constructor(
    readonly run: Run,
    readonly target: Record<string, unknown>,
    readonly value: Plan,
    /** Keys of properties that stand by themselves. */
    readonly declared: ReadonlySet<Step>,
    readonly closed?: () => void,
  ) {}

  key(_key: string): boolean {
    return true;
  }

  open(list: boolean): Frame {
    if (!list) return new EntryFrame(this.run, this);
    this.#notEntry();
    return NOWHERE;
  }

  scalar(value: Primitive): void {
    this.#notEntry(value);
  }

  #notEntry(value?: Primitive): void {
    this.run.fail('wire-type', 'expected an entry with a text `key` and a `value`', value);
  }

  grow(): void {}

  next(): void {}

  close(): void {
    this.closed?.();
  }
}

class EntryFrame extends KeyedFrame {
  override step: string | undefined = undefined;
  #at = '';
  /** A value that came before its key. */
  #early: { readonly wire: unknown } | undefined;

  constructor(
    run: Run,
    readonly entries: EntriesFrame,
  ) {
    super(run);
  }

  protected begin(key: string): void {
    this.#at = key;
  }

  open(list: boolean): Frame {
    if (this.#at !== 'value') return this.#at === 'key' ? this.#fail() : NOWHERE;
    const { run, entries, step } = this;
    if (step !== undefined) return entries.value.open(run, list, entries.target, step);
    return new Collecting(run, list, (wire) => {
      this.#early = { wire };
    });
  }

  scalar(value: Primitive): void {
    const { run, entries, step } = this;
    if (this.#at === 'key') this.#name(value);
    else if (this.#at === 'value' && step === undefined) this.#early = { wire: value };
    else if (this.#at === 'value') entries.value.scalar(run, value, entries.target, step as string);
  }

  grow(text: string, more: string): void {
    const { run, entries, step } = this;
    if (this.#at === 'value' && step !== undefined) entries.value.grow(run, text, more, entries.target, step);
  }

  #name(key: Primitive): void {
    const { run, entries } = this;
    if (typeof key !== 'string') this.#fail(key);
    else if (entries.declared.has(key))
      run.fail('declared-key', `the entry \`${key}\` has the name of a property that stands by itself`, undefined, key);
    else if (entries.given.has(key)) run.fail('duplicate-key', `the entry \`${key}\` stands there twice`, undefined, key);
    else {
      entries.given.add(key);
      this.step = key;
    }
  }

  #fail(value?: Primitive): Frame {
    this.run.fail('wire-type', 'expected an entry with a text `key` and a `value`', value);
    return NOWHERE;
  }

  close(): void {
    const { run, entries, step } = this;
    if (step === undefined || !this.keys.has('value')) this.#fail();
    else if (this.#early) {
      run.swap(new Slot(run, entries.value, entries.target, step, step));
      run.feed(this.#early.wire);
    }
  }
}

export const entryValue = (list: Shape, plans: Plans): Plan => {
  const items = wireItems(list);
  const value = items.kind === 'object' ? items.properties[1] : undefined;
  if (!value) throw new TypeError('entries expect objects');
  return plans.of(value.shape);
};

export const entries = (shape: CodedShape, plans: Plans): Plan => new EntriesPlan(entryValue(shape.wire, plans));
