import type { Primitive } from '../../ir/json.js';
import type { Property, Shape, UnionShape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import { accepts } from '../accepts.js';
import { chooseOption } from '../choose-option.js';
import type { Lowered } from '../lowered.js';
import type { Container } from './assembly.js';
import { Collecting } from './collecting.js';
import type { Frame, Plan } from './frame.js';
import { Place } from './places.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';

/**
 * A union is decided by the kind of what comes. Options of one kind that lift nothing are read as one. Among other objects the first properties
 * decide; until then, and where nothing decides before the end, the value is withheld.
 */
export class UnionPlan implements Plan {
  readonly grows: boolean;
  readonly withholds: boolean;
  readonly #options: readonly Shape[];
  readonly #string: Plan | undefined;
  readonly #containers = new Map<string, Plan | undefined>();

  constructor(
    readonly shape: UnionShape,
    readonly plans: Plans,
  ) {
    const { lowered } = plans;
    this.#options = optionsOf(shape, lowered);
    this.withholds = lowered.nature(shape) !== 'inert';
    const strings = this.taking('string').map((option) => plans.of(option));
    const [first] = strings;
    if (strings.length === 1 || strings.every((plan) => plan.grows)) this.#string = first;
    this.grows = first !== undefined && this.#string?.grows === true;
  }

  open(run: Run, list: boolean, container: Container, step: Step): Frame {
    const kind = list ? 'array' : 'object';
    if (!this.#containers.has(kind)) this.#containers.set(kind, this.#decided(kind));
    return this.#containers.get(kind)?.open(run, list, container, step) ?? new UndecidedFrame(run, list, this, container, step);
  }

  scalar(run: Run, value: Primitive, container: Container, step: Step): void {
    const plan = this.withholds && this.chosen(run, value);
    if (plan) plan.scalar(run, value, container, step);
    else run.assembly.put(container, step, value);
  }

  grow(run: Run, text: string, more: string, container: Container, step: Step): void {
    this.#string?.grow(run, text, more, container, step);
  }

  /** The plan of the option that a whole wire value is of. */
  chosen(run: Run, wire: unknown): Plan | undefined {
    const option = chooseOption(this.shape, wire, this.plans.lowered);
    if (option) return this.plans.of(option);
    if (this.withholds) run.fail('union', 'the value fits none of the options', wire);
    return undefined;
  }

  /** The options that take a kind of value. */
  taking(kind: string): readonly Shape[] {
    return this.#options.filter((option) =>
      optionsOf(option, this.plans.lowered, true).some((wire) =>
        wire.kind === 'literal' ? wire.values.some((value) => typeof value === kind) : wire.kind === kind,
      ),
    );
  }

  #decided(kind: 'array' | 'object'): Plan | undefined {
    const options = this.taking(kind);
    const [only] = options;
    if (only && options.length === 1) return this.plans.of(only);
    if (!only || !options.every((option) => this.plans.lowered.nature(option) === 'inert')) return undefined;
    const properties = new Map<string, Shape[]>();
    for (const option of options)
      if (option.kind === 'object')
        for (const { key, shape } of option.properties) properties.set(key, [...(properties.get(key) ?? []), shape]);
    return this.plans.of(
      kind === 'array'
        ? { kind, path: '', prefix: [], items: either(options.flatMap((option) => (option.kind === kind ? option.items : []))) }
        : ({
            ...only,
            kind: 'object',
            properties: [...properties].map(([key, all]) => ({ key, shape: either(all), required: false })),
          } as Shape),
    );
  }
}

const either = (options: readonly Shape[]): Shape => ({ kind: 'union', path: '', options });

/** The options of a union, unions among them taken apart, each once; those of the wire, if asked for. */
function optionsOf(shape: Shape, lowered: Lowered, onWire = false, seen = new Set<Shape>()): readonly Shape[] {
  if (seen.has(shape)) return [];
  seen.add(shape);
  if (shape.kind === 'ref') return optionsOf(lowered.resolve(shape.name), lowered, onWire, seen);
  if (shape.kind === 'coded' && onWire) return optionsOf(shape.wire, lowered, onWire, seen);
  return shape.kind === 'union' ? shape.options.flatMap((option) => optionsOf(option, lowered, onWire, seen)) : [shape];
}

/** A container of which it is not known yet which option it is. */
class UndecidedFrame extends Collecting {
  #options: readonly Shape[];

  constructor(
    run: Run,
    list: boolean,
    readonly plan: UnionPlan,
    readonly container: Container,
    readonly at: Step,
  ) {
    super(run, list, (wire) => {
      const chosen = plan.chosen(run, wire);
      if (chosen) run.deliver(wire, new Place(run, chosen, container, at));
      else run.assembly.put(container, at, wire);
    });
    this.#options = list ? [] : plan.taking('object');
  }

  override key(key: string): boolean {
    const fresh = super.key(key);
    if (fresh && this.#decide((properties) => properties.has(key))) this.run.top.key(key);
    return fresh;
  }

  override scalar(value: Primitive): void {
    super.scalar(value);
    const key = String(this.step);
    const { lowered } = this.plan.plans;
    this.#decide((properties) => {
      const shape = properties.get(key)?.shape;
      return shape !== undefined && accepts(shape, value, lowered, true);
    });
  }

  /** Keeps the options that may still be meant, and goes on with the last one as if it had been known from the start. */
  #decide(passes: (properties: ReadonlyMap<string, Property>) => boolean): boolean {
    if (this.#options.length === 0) return false;
    const { run, plan } = this;
    const { lowered } = plan.plans;
    this.#options = this.#options.filter((option) =>
      optionsOf(option, lowered, true).some((wire) => wire.kind === 'object' && passes(lowered.properties(wire))),
    );
    const [only, another] = this.#options;
    if (!only || another) return false;
    run.swap(plan.plans.of(only).open(run, false, this.container, this.at));
    for (const [key, value] of Object.entries(this.wire)) {
      run.top.key(key);
      run.feed(value);
      run.top.next();
    }
    return true;
  }
}
