import type { Primitive } from '../../ir/json.js';
import type { ObjectShape, Property, Shape, UnionShape } from '../../ir/shape.js';
import type { Step } from '../../read/source.js';
import { accepts } from '../accepts.js';
import { chooseOption } from '../choose-option.js';
import type { Container } from './assembly.js';
import { Collecting } from './collecting.js';
import type { Frame, Plan } from './frame.js';
import type { Plans } from './plans.js';
import type { Run } from './run.js';
import { Slot } from './slot.js';

type Token = 'string' | 'array' | 'object';

/**
 * A union is decided by the kind of what comes. Options of one kind that lift nothing are read as one. Among other objects the first properties
 * decide; until then, and for what is not decided before, the value is withheld.
 */
class UnionPlan implements Plan {
  readonly grows: boolean;
  readonly certain: boolean;
  readonly #string: Plan | undefined;
  readonly #inert: boolean;
  #containers: { readonly array: Plan | undefined; readonly object: Plan | undefined } | undefined;

  constructor(
    readonly shape: UnionShape,
    readonly plans: Plans,
  ) {
    this.#inert = this.certain = plans.lowered.inert(shape);
    const strings = this.taking('string').map((option) => plans.of(option));
    const alike = this.#inert && strings.every((plan) => plan.grows);
    this.#string = strings.length === 1 || alike ? strings[0] : undefined;
    this.grows = this.#string?.grows === true;
  }

  open(run: Run, list: boolean, container: Container, step: Step): Frame {
    this.#containers ??= { array: this.#decided('array'), object: this.#decided('object') };
    const plan = this.#containers[list ? 'array' : 'object'];
    return plan ? plan.open(run, list, container, step) : new UndecidedFrame(run, list, this, container, step);
  }

  scalar(run: Run, value: Primitive, container: Container, step: Step): void {
    this.choose(run, value, (option) =>
      option ? this.plans.of(option).scalar(run, value, container, step) : run.put(container, step, value),
    );
  }

  grow(run: Run, text: string, more: string, container: Container, step: Step): void {
    this.#string?.grow(run, text, more, container, step);
  }

  /** The option of a whole wire value; undefined where it stays as it is. */
  choose(run: Run, wire: unknown, next: (option: Shape | undefined) => void): void {
    const option = this.#inert ? undefined : chooseOption(this.shape, wire, this.plans.lowered);
    if (option || this.#inert) next(option);
    else run.fail('union', 'the value fits none of the options', wire);
  }

  #decided(token: 'array' | 'object'): Plan | undefined {
    const options = this.taking(token);
    const [first] = options;
    if (!first) return undefined;
    if (options.length === 1) return this.plans.of(first);
    if (!options.every((option) => this.plans.lowered.inert(option))) return undefined;
    return this.plans.of(token === 'array' ? asOneList(options) : asOneObject(options));
  }

  /** The options that take a token, unions among them taken apart. */
  taking(token: Token): readonly Shape[] {
    return this.options().filter((option) => takes(option, token, this.plans));
  }

  options(shape: Shape = this.shape): readonly Shape[] {
    if (shape.kind === 'ref') return this.options(this.plans.lowered.resolve(shape.name));
    return shape.kind === 'union' ? shape.options.flatMap((option) => this.options(option)) : [shape];
  }
}

function takes(shape: Shape, token: Token, plans: Plans): boolean {
  switch (shape.kind) {
    case 'literal':
      return shape.values.some((value) => typeof value === token);
    case 'union':
      return shape.options.some((option) => takes(option, token, plans));
    case 'coded':
      return takes(shape.wire, token, plans);
    case 'ref':
      return takes(plans.lowered.resolve(shape.name), token, plans);
    default:
      return shape.kind === token;
  }
}

function either(shapes: readonly Shape[]): Shape {
  const distinct = [...new Set(shapes)];
  return distinct.length === 1 ? (distinct[0] as Shape) : { kind: 'union', path: '', options: distinct };
}

function asOneList(options: readonly Shape[]): Shape {
  const items = options.flatMap((option) => (option.kind === 'array' ? option.items : []));
  return { kind: 'array', path: '', prefix: [], items: either(items) };
}

function asOneObject(options: readonly Shape[]): Shape {
  const shapes = new Map<string, Shape[]>();
  for (const option of options)
    for (const { key, shape } of option.kind === 'object' ? option.properties : [])
      shapes.set(key, [...(shapes.get(key) ?? []), shape]);
  return {
    ...(options[0] as ObjectShape),
    properties: [...shapes].map(([key, all]) => ({ key, shape: either(all), required: false })),
  };
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
    super(run, list, (wire) =>
      plan.choose(run, wire, (option) => {
        if (!option) return run.put(container, at, wire);
        run.swap(new Slot(run, plan.plans.of(option), container, at));
        run.feed(wire);
      }),
    );
    this.#options = list ? [] : plan.taking('object');
  }

  override key(key: string): boolean {
    const fresh = super.key(key);
    if (fresh && this.#decide((option) => option.has(key))) this.run.top.key(key);
    return fresh;
  }

  override scalar(value: Primitive): void {
    super.scalar(value);
    const key = String(this.step);
    this.#decide((option) => {
      const property = option.get(key);
      return property !== undefined && accepts(property.shape, value, this.plan.plans.lowered, true);
    });
  }

  /** Keeps the options that may still be meant, and goes on with the last one as if it had been known from the start. */
  #decide(passes: (properties: ReadonlyMap<string, Property>) => boolean): boolean {
    if (this.#options.length === 0) return false;
    const { run, plan } = this;
    this.#options = this.#options.filter((option) => {
      const wire = wireOf(option, plan.plans);
      return wire.kind !== 'object' || passes(plan.plans.lowered.properties(wire));
    });
    const [only, another] = this.#options;
    if (!only || another) return false;
    run.swap(plan.plans.of(only).open(run, false, this.container, this.at));
    for (const [key, value] of Object.entries(this.wire as object)) {
      run.top.key(key);
      run.feed(value);
      run.top.next();
    }
    return true;
  }
}

function wireOf(shape: Shape, plans: Plans): Shape {
  let at = shape;
  while (at.kind === 'coded' || at.kind === 'ref') at = at.kind === 'coded' ? at.wire : plans.lowered.resolve(at.name);
  return at;
}

export function union(shape: UnionShape, plans: Plans): Plan {
  return new UnionPlan(shape, plans);
}
