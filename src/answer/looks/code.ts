import { leastItems } from '../../codecs/codec.js';
import { canGenerateCode } from '../../ir/code-generation.js';
import { isPrimitive } from '../../ir/json.js';
import type { ArrayShape, ObjectShape, Property, Shape, UnionShape } from '../../ir/shape.js';
import { type Choice, choicesOf } from '../choices.js';
import type { Lowered } from '../lowered.js';
import { FEW_LITERALS, type Look, NONE, type Quicken } from './index.js';
import { isCertain, scalarCode, scalarOf } from './scalars.js';

/** What is given to the code by name. */
const GIVEN = { isArray: Array.isArray, hasOwn: Object.hasOwn, isSafeInteger: Number.isSafeInteger };

/** So many objects are looked at before code is made for their shape; making it takes as long as looking at some hundred. */
const MANY = 1000;
/** Code for more properties than these is no faster. */
const MOST_PROPERTIES = 64;

/** In the place of a look that is much in use, where code may be made from text, code that looks at the same. */
export const quicken: Quicken = (look, shape, lowered, lookOf) => {
  if (shape.properties.length > MOST_PROPERTIES) return look;
  let quickest = look;
  let left = MANY;
  return (wire) => {
    if (left > 0 && --left === 0) quickest = tryCode(shape, lowered, lookOf) ?? look;
    return quickest(wire);
  };
};

/** Undefined where the platform makes no code from text, or none of what is nested so deep. */
function tryCode(...given: Parameters<typeof lookByCode>): Look | undefined {
  if (!canGenerateCode()) return undefined;
  try {
    return lookByCode(...given);
  } catch {
    return undefined;
  }
}

/**
 * A look at objects that reads one property after the other. Of the schema the code holds only names and literals, each as the JSON text that it is;
 * what is no scalar, list or plain choice is looked at by the look of its own shape.
 */
export function lookByCode({ properties }: ObjectShape, lowered: Lowered, lookOf: (shape: Shape) => Look): Look {
  const writer = new Writer(lowered, lookOf);
  const body = properties.map((property) => writer.property(property)).join('\n');
  const text = `return (v) => {
    if (typeof v !== 'object' || v === null || isArray(v)) return ${NONE};
    let n, keys = ${properties.length};
    ${body}
    return keys;
  }`;
  return new Function('looks', ...Object.keys(GIVEN), text)(writer.looks, ...Object.values(GIVEN)) as Look;
}

const TYPE_TESTS: Readonly<Record<string, (value: string) => string>> = {
  null: (value) => `${value} === null`,
  boolean: (value) => `typeof ${value} === 'boolean'`,
  number: (value) => `typeof ${value} === 'number'`,
  string: (value) => `typeof ${value} === 'string'`,
  array: (value) => `isArray(${value})`,
  object: (value) => `typeof ${value} === 'object' && ${value} !== null && !isArray(${value})`,
};

/** Every object has something under some names. */
function read(object: string, key: string): string {
  const name = JSON.stringify(key);
  return key in Object.prototype ? `hasOwn(${object}, ${name}) ? ${object}[${name}] : undefined` : `${object}[${name}]`;
}

class Writer {
  readonly looks: Look[] = [];
  readonly #lowered: Lowered;
  readonly #lookOf: (shape: Shape) => Look;
  #names = 0;

  constructor(lowered: Lowered, lookOf: (shape: Shape) => Look) {
    this.#lowered = lowered;
    this.#lookOf = lookOf;
  }

  property({ key, required, shape }: Property): string {
    const value = this.#name();
    const look = this.#look(shape, value);
    return `const ${value} = ${read('v', key)};\n${required ? look : `if (${value} === undefined) keys--; else { ${look} }`}`;
  }

  #look(shape: Shape, value: string): string {
    switch (shape.kind) {
      case 'literal':
        return shape.values.length <= FEW_LITERALS && shape.values.every(isPrimitive) && shape.values.every(isCertain)
          ? `if (${shape.values.map((literal) => `${value} !== ${JSON.stringify(literal)}`).join(' && ')}) return ${NONE};`
          : this.#call(shape, value);
      case 'array':
        return this.#array(shape, value);
      case 'union':
        return this.#union(shape, value);
      case 'object':
      case 'ref':
        return this.#call(shape, value);
      default:
        return `if (!(${scalarCode(scalarOf(shape), value)})) return ${NONE};`;
    }
  }

  #array(shape: ArrayShape, value: string): string {
    const [index, item] = [this.#name(), this.#name()];
    return `if (!isArray(${value}) || ${value}.length < ${leastItems(shape)}) return ${NONE};
    for (let ${index} = 0; ${index} < ${value}.length; ${index}++) { const ${item} = ${value}.at(${index}); ${this.#look(shape.items, item)} }`;
  }

  #union(shape: UnionShape, value: string): string {
    const choices = [...choicesOf(shape.options, this.#lowered)].filter(([, { options }]) => options.length > 0);
    if (!choices.every(([, { options, tag }]) => options.length === 1 || tag)) return this.#call(shape, value);
    const branches = choices.map(([type, choice]) => `if (${TYPE_TESTS[type]?.(value)}) { ${this.#choice(choice, value)} }`);
    return `${branches.join(' else ')} else return ${NONE};`;
  }

  #choice({ options, tag }: Choice, value: string): string {
    if (!tag) return this.#look(options[0] as Shape, value);
    const cases = [...tag.options].map(
      ([literal, option]) => `case ${JSON.stringify(literal)}: ${this.#look(option, value)} break;`,
    );
    return `switch (${read(value, tag.key)}) { ${cases.join('\n')} default: return ${NONE}; }`;
  }

  #call(shape: Shape, value: string): string {
    const place = this.looks.push(this.#lookOf(shape)) - 1;
    return `n = looks[${place}](${value}); if (n < 0) return ${NONE}; keys += n;`;
  }

  #name(): string {
    return `v${++this.#names}`;
  }
}
