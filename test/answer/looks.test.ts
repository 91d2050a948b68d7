import { describe, expect, test } from 'vitest';
import { Looks, NONE } from '../../src/answer/looks/index.js';
import { Lowered } from '../../src/answer/lowered.js';
import { mapChildren } from '../../src/ir/children.js';
import type { Json } from '../../src/ir/json.js';
import type { Document, Shape } from '../../src/ir/shape.js';
import { text } from '../support/case.js';
import { type Draw, drawFrom } from '../support/draw.js';
import { mutate } from '../support/mutate.js';
import { runs, SEED } from '../support/seed.js';
import { forEveryDialect } from './support/every-case.js';
import { plainDocument, sampleOf } from './support/plain-shapes.js';
import { allKeys, keysOf } from './support/reference-look.js';
import { atOnce } from './support/ways.js';

/** The looks with and without code find what the reference finds. Code may pass over keys that were not asked for: then its count tells. */
function looksAgree(document: Document, shape: Shape, values: readonly Json[]): void {
  const lowered = new Lowered(document);
  const walked = new Looks(lowered).of(shape);
  const coded = new Looks(lowered, atOnce).of(shape);
  for (const value of values) {
    const keys = keysOf(shape, value, document) ?? NONE;
    const [walks, codes] = [walked(value), coded(value)];
    if (walks !== keys) throw new Error(`walking finds ${walks} keys in ${text(value)}, and not ${keys}, by ${text(shape)}`);
    if (codes !== keys && (keys !== NONE || codes === allKeys(value)))
      throw new Error(`code finds ${codes} keys in ${text(value)}, and not ${keys}, by ${text(shape)}`);
  }
}

function variants(values: readonly Json[], draw: Draw): Json[] {
  return [...values, ...values.flatMap((value) => [mutate(value, draw), mutate(value, draw)])];
}

test('looks at shapes with names and literals to trip over', () => {
  const outbreak = globalThis as { process: { exit: unknown } };
  const { exit } = outbreak.process;
  let seen = 0;
  try {
    outbreak.process.exit = () => expect.unreachable('text of a schema was run');
    for (let seed = 1; seed <= runs(1000); seed++) {
      const draw = drawFrom(SEED + seed);
      const document = plainDocument(draw);
      const { root } = document;
      const values = Array.from({ length: 6 }, () => sampleOf(root, document, draw));
      seen += values.filter((value) => keysOf(root, value, document) !== undefined).length;
      looksAgree(document, root, variants(values, draw));
    }
  } finally {
    outbreak.process.exit = exit;
  }
  expect(seen).toBeGreaterThan(runs(1000));
});

/** The wire by itself. */
function bare(document: Document): Document {
  const strip = (shape: Shape): Shape => mapChildren(shape.kind === 'coded' ? strip(shape.wire) : shape, strip);
  return {
    root: strip(document.root),
    definitions: new Map([...document.definitions].map(([name, shape]) => [name, strip(shape)])),
  };
}

describe('looks at the wire of compiled schemas', () => {
  forEveryDialect(60, (result, wires, draw) => {
    const document = bare(result.lowered);
    looksAgree(document, document.root, variants(wires, draw));
  });
});
