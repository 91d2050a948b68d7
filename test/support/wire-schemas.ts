import type { Json } from '../../src/ir/json.js';
import type { Draw } from './draw.js';

export type Schema = { [keyword: string]: Json };

const SCALARS = ['string', 'number', 'integer', 'boolean', 'null'] as const;

/** A schema as it may stand on the wire, or nearly so. */
export function root(draw: Draw): Schema {
  const schema = draw.pick([
    () => object(draw, 3),
    () => object(draw, 3),
    () => ({ type: 'array', items: node(draw, 2) }),
    () => ({ anyOf: [object(draw, 1), { type: 'array', items: node(draw, 1) }] }),
    () => node(draw, 2),
  ])() as Schema;
  if (draw.chance(40)) schema['$defs'] = { A: node(draw, 1), B: { type: 'string' } };
  if (draw.chance(10)) schema['definitions'] = { A: node(draw, 1) };
  if (draw.chance(20)) schema['$schema'] = 'https://json-schema.org/draft/2020-12/schema';
  return schema;
}

function object(draw: Draw, depth: number): Schema {
  const properties: Schema = {};
  for (const key of draw.shuffled(['a', 'b.c', 'not', 'type', 'D-1']).slice(draw.upTo(4)))
    properties[key] = node(draw, depth - 1);
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter(() => draw.chance(70)),
    additionalProperties: false,
  };
}

function node(draw: Draw, depth: number): Schema {
  const type = draw.pick(SCALARS);
  const forms: (() => Schema)[] = [
    () => ({ type }),
    () => ({
      type: 'string',
      ...(draw.chance(50) && { format: draw.pick(['uuid', 'date', 'ipv4']) }),
      ...(draw.chance(30) && { pattern: '^[a-z]+$' }),
    }),
    () => ({ type: 'string', enum: ['a', 'b'] }),
    () => ({ type: 'number', enum: [1, 2.5] }),
    () => ({ enum: ['a', 1, null] }),
    () => ({ const: draw.pick(['x', 1, null, true]) }),
    () => ({ type: draw.shuffled(SCALARS).slice(0, 2) }),
    () => ({ $ref: draw.pick(['#/$defs/A', '#/$defs/B', '#/definitions/A']) }),
  ];
  if (depth > 0) {
    forms.push(
      () => object(draw, depth),
      () => ({ type: 'array', items: node(draw, depth - 1), ...(draw.chance(30) && { minItems: draw.upTo(1) }) }),
      () => ({ anyOf: [node(draw, depth - 1), { type: 'null' }] }),
    );
  }
  const schema = draw.pick(forms)();
  if (draw.chance(30) && !('$ref' in schema)) schema[draw.pick(['title', 'description', 'default'])] = 'words';
  return schema;
}

/** One change somewhere that may or may not spoil a schema. */
export function mutate(draw: Draw, schema: Schema): void {
  const places: Schema[] = [];
  const visit = (place: Json | undefined): void => {
    if (typeof place !== 'object' || place === null || Array.isArray(place)) return;
    places.push(place);
    for (const key of ['properties', '$defs', 'definitions']) {
      const map = place[key];
      if (typeof map === 'object' && map !== null && !Array.isArray(map)) Object.values(map).forEach(visit);
    }
    visit(place['items']);
    if (Array.isArray(place['anyOf'])) place['anyOf'].forEach(visit);
  };
  visit(schema);
  const place = draw.pick(places);
  const key = draw.pick(['none', ...Object.keys(place)]);
  draw.pick<() => void>([
    () => {
      if (!['title', 'description', 'properties', '$defs', 'definitions', 'required', '$schema'].includes(key)) delete place[key];
    },
    () => {
      place['type'] = draw.pick<Json>([
        'string',
        'object',
        'array',
        'null',
        'integer',
        'any',
        ['string', 'null'],
        ['array', 'null'],
      ]);
    },
    () => {
      place[
        draw.pick([
          'minimum',
          'minLength',
          'oneOf',
          'allOf',
          'not',
          'x-a',
          'nullable',
          'format',
          'pattern',
          'minItems',
          'examples',
        ])
      ] = draw.pick<Json>([1, 2, 'uuid', ['a'], { type: 'string' }]);
    },
    () => {
      place['enum'] = draw.pick<Json>([['a'], [1], [1.5], [null], [true, 'a'], [{}], []]);
      delete place['const'];
    },
    () => {
      place['const'] = draw.pick<Json>(['a', 1, 1.5, null]);
    },
    () => {
      place['additionalProperties'] = draw.pick<Json>([true, false, {}, { type: 'string' }]);
    },
    () => {
      place['items'] = draw.pick<Json>([true, {}, [], { type: 'string' }, { $ref: '#/$defs/B' }]);
    },
    () => {
      place['anyOf'] = draw.pick<Json>([[], [{ type: 'null' }], [object(draw, 1)], [true]]);
    },
    () => {
      const properties = place['properties'];
      if (typeof properties === 'object' && properties !== null)
        Object.assign(properties, { [draw.pick(['ok', 'not ok', 'é', 'x'.repeat(65)])]: { type: 'string' } });
    },
    () => {
      place['$ref'] = draw.pick<Json>(['#/$defs/A', '#/$defs/B']);
    },
  ])();
  // Types of annotations, and of keywords that the outside reading takes for granted, are left alone.
  if ('examples' in place && !Array.isArray(place['examples'])) delete place['examples'];
  // A literal beside an enum without type is not looked at there.
  if ('enum' in place && 'const' in place) delete place['const'];
}
