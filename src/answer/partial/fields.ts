import { argument, wireItems, wireObject } from '../../codecs/codec.js';
import type { Primitive } from '../../ir/json.js';
import type { CodedShape, Property } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { CodedPlan, KeyedFrame } from './coded.js';
import { EntriesFrame, entryValue } from './entries.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import { MaybePlan } from './maybe.js';
import { ListFrame } from './plain.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';

interface Field {
  readonly key: string;
  readonly name?: string;
  readonly role?: 'entries' | 'id';
  readonly absence?: 'null' | 'list' | 'fallback';
}

/** What becomes of a property of the wire. */
interface Part {
  readonly plan: Plan;
  /** Its place in the value; undefined for an id, for entries, and for the items after the positions of a tuple. */
  readonly step: Step | undefined;
  readonly role: 'value' | 'or-null' | 'entries' | 'rest' | 'id';
}

/** An object whose properties are found under other names, may be absent, or stand among entries; or a tuple with a property a position. */
class FieldsPlan extends CodedPlan {
  override readonly certain = true;
  readonly declared: ReadonlySet<Step>;

  constructor(
    readonly parts: ReadonlyMap<string, Part>,
    /** The number of positions of a tuple. */
    readonly length?: number,
  ) {
    super(false, length === undefined ? 'an object' : 'an object with a property for each position');
    this.declared = new Set([...parts.values()].flatMap(({ step }) => step ?? []));
  }

  begin(run: Run, container: Container, step: Step): Frame {
    const target = this.length === undefined ? {} : [];
    run.put(container, step, target);
    return new FieldsFrame(run, this, target);
  }
}

class FieldsFrame extends KeyedFrame {
  #part: Part | undefined;
  readonly #refs: number;

  constructor(
    run: Run,
    readonly plan: FieldsPlan,
    readonly target: Record<string, unknown> | unknown[],
  ) {
    super(run);
    this.#refs = run.node?.refs ?? 0;
  }

  protected begin(key: string): void {
    this.#part = this.plan.parts.get(key);
    this.step = this.#part?.step;
    if (!this.#part) this.run.fail('unknown-property', `the property \`${key}\` was not asked for`, undefined, key);
  }

  open(list: boolean): Frame {
    const { run, target } = this;
    const part = this.#part;
    if (!part || part.role === 'id') return NOWHERE;
    if (part.step !== undefined) return part.plan.open(run, list, target, part.step);
    if (list && part.role === 'rest') return new RestFrame(run, target as unknown[], part.plan, this.plan.length);
    if (list) return new EntriesFrame(run, target as Record<string, unknown>, part.plan, this.plan.declared);
    this.scalar(null);
    return NOWHERE;
  }

  scalar(value: Primitive): void {
    const part = this.#part;
    if (!part || part.role === 'id' || (part.role === 'or-null' && value === null)) return;
    if (part.step !== undefined) part.plan.scalar(this.run, value, this.target, part.step);
    else this.run.fail('wire-type', part.role === 'rest' ? 'expected `rest` to be a list' : 'expected a list of entries');
  }

  grow(text: string, more: string): void {
    const part = this.#part;
    if (part?.step !== undefined) part.plan.grow(this.run, text, more, this.target, part.step);
  }

  close(): void {
    const { run, target } = this;
    if (Array.isArray(target) && run.assembly.hasEarly(target)) run.fail('gap', 'a position stands after one that is left out');
    run.whole(target, this.#refs);
  }
}

/** The items after the positions of a tuple. */
class RestFrame extends ListFrame {
  override close(): void {}
}

export function fields(shape: CodedShape, plans: Plans): Plan {
  return new FieldsPlan(partsOf(shape, plans, (name) => name));
}

/** Undefined where the positions travel in a form that is not known here. */
export function tuple(shape: CodedShape, plans: Plans): Plan | undefined {
  const { wire } = shape;
  if (wire.kind !== 'object' && (wire.kind !== 'coded' || wire.codec !== 'fields')) return undefined;
  const { length } = argument<{ length: number }>(shape);
  const stepOf = (name: string) => (name === 'rest' ? undefined : Number(name.slice('item'.length)));
  return new FieldsPlan(partsOf(wire.kind === 'object' ? shape : wire, plans, stepOf), length);
}

function partsOf(shape: CodedShape, plans: Plans, stepOf: (name: string) => Step | undefined): ReadonlyMap<string, Part> {
  const { fields: given = [] } = argument<{ fields?: readonly Field[] }>(shape);
  const special = new Map(given.map((field) => [field.key, field]));
  return new Map(
    wireObject(shape).properties.map((property) => [property.key, partOf(property, special.get(property.key), plans, stepOf)]),
  );
}

function partOf(
  { key, shape }: Property,
  field: Field | undefined,
  plans: Plans,
  stepOf: (name: string) => Step | undefined,
): Part {
  if (field?.role === 'id') return { role: 'id', step: undefined, plan: plans.of(shape) };
  if (field?.role === 'entries') return { role: 'entries', step: undefined, plan: entryValue(shape, plans) };
  const step = stepOf(field?.name ?? key);
  if (step === undefined) return { role: 'rest', step, plan: plans.of(wireItems(shape)) };
  if (field?.absence === 'list') return { role: 'value', step, plan: new MaybePlan(plans.of(wireItems(shape)), false) };
  return { role: field?.absence === 'null' ? 'or-null' : 'value', step, plan: plans.of(shape) };
}
