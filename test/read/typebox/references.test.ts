import { Type as V0 } from '@sinclair/typebox';
import { Type } from 'typebox';
import { describe, expect, test } from 'vitest';
import { list, object, positions, read, ref, text } from './reading.js';

const node = Type.Object({ id: Type.String(), kids: Type.Array(Type.Ref('Node')) });
const nodeShape = object({ id: text, kids: list(ref('Node')) });
const module = () =>
  Type.Module({
    User: Type.Object({ name: Type.String(), posts: Type.Array(Type.Ref('Post')) }),
    Post: Type.Object({ by: Type.Ref('User') }),
    Tag: Type.Object({ on: Type.Ref('Post'), label: Type.String() }),
  });

describe('typebox 1.x', () => {
  test('a Cyclic is a reference to a definition', () => {
    const { root, definitions, findings } = read(Type.Cyclic({ Node: node }, 'Node'));
    expect(findings).toEqual([]);
    expect(root).toEqual(ref('Node'));
    expect(definitions).toEqual({ Node: nodeShape });
  });

  test('the same Cyclic in several places is one definition', () => {
    const tree = Type.Cyclic({ Node: node }, 'Node');
    const { root, definitions } = read(Type.Object({ a: tree, b: tree, c: Type.Array(tree) }));
    expect(root).toEqual(object({ a: ref('Node'), b: ref('Node'), c: list(ref('Node')) }));
    expect(definitions).toEqual({ Node: nodeShape });
  });

  test('definitions that refer to each other', () => {
    const { root, definitions } = read(
      Type.Cyclic({ A: Type.Object({ b: Type.Optional(Type.Ref('B')) }), B: Type.Tuple([Type.Ref('A')]) }, 'B'),
    );
    expect(root).toEqual(ref('B'));
    expect(definitions).toEqual({
      A: object({ b: ref('B') }, ['b']),
      B: { ...positions(ref('A')), facets: [{ keyword: 'minItems', value: 1 }] },
    });
  });

  test('copies that a module makes of its definitions count as one', () => {
    const { User, Post } = module();
    const { root, definitions, findings, occurrences } = read(Type.Object({ user: User, post: Post }));
    expect(findings).toEqual([]);
    expect(root).toEqual(object({ user: ref('User'), post: ref('Post') }));
    expect(Object.keys(definitions)).toEqual(['User', 'Post']);
    expect(occurrences).toContainEqual({
      path: '/properties/post/$defs/User',
      keyword: 'type',
      inert: 'said already at /properties/user/$defs',
    });
  });

  test('what is not recursive in a module is read where it stands', () => {
    const { Tag } = Type.Module({ Tag: Type.Object({ on: Type.Ref('Post') }), Post: Type.Object({ text: Type.String() }) });
    expect(read(Tag).root).toEqual(object({ on: object({ text }) }));
  });

  test('two different definitions of one name are refused: TypeBox mixes them up', () => {
    const a = Type.Cyclic({ Node: Type.Object({ a: Type.Array(Type.Ref('Node')) }) }, 'Node');
    const b = Type.Cyclic({ Node: Type.Object({ b: Type.Array(Type.Ref('Node')) }) }, 'Node');
    expect(read(Type.Object({ a, b })).findings).toMatchObject([
      {
        code: 'ambiguous-name',
        severity: 'error',
        path: '/properties/b/$defs/Node',
        help: 'Give one of the definitions another name.',
      },
    ]);
  });

  test('an inner Cyclic hides the names of the outer one', () => {
    const inner = Type.Cyclic({ Leaf: Type.Object({ next: Type.Optional(Type.Ref('Leaf')) }) }, 'Leaf');
    const { definitions } = read(Type.Cyclic({ Tree: Type.Object({ leaf: inner, kids: Type.Array(Type.Ref('Tree')) }) }, 'Tree'));
    expect(definitions).toEqual({
      Tree: object({ leaf: ref('Leaf'), kids: list(ref('Tree')) }),
      Leaf: object({ next: ref('Leaf') }, ['next']),
    });
  });

  test('This is the whole schema', () => {
    const { definitions, findings } = read(Type.Object({ kids: Type.Array(Type.This()) }));
    expect(findings).toEqual([]);
    expect(definitions.root).toMatchObject({ kind: 'object', properties: [{ key: 'kids' }] });
  });

  test('a name that is the $id of a type elsewhere', () => {
    const { root, findings } = read(
      Type.Object({ a: Type.Object({ x: Type.String() }, { $id: 'https://acme.test/a' }), b: Type.Ref('https://acme.test/a') }),
    );
    expect(findings).toEqual([]);
    expect(root).toMatchObject({ properties: [{ key: 'a' }, { key: 'b', shape: { kind: 'ref' } }] });
  });

  test.each([
    ['Ref to nothing', Type.Object({ a: Type.Ref('Nothing') }), '/properties/a/$ref'],
    ['Cyclic of nothing', Type.Cyclic({ A: Type.Object({}) }, 'B' as never), '/$ref'],
    [
      'Ref to what is defined elsewhere',
      Type.Object({ a: Type.Cyclic({ A: Type.Object({}) }, 'A'), b: Type.Ref('B') }),
      '/properties/b/$ref',
    ],
  ])('%s', (_name, schema, path) => {
    expect(read(schema).findings).toMatchObject([
      { code: 'dangling-ref', severity: 'error', path, help: expect.stringContaining('Type.Cyclic') },
    ]);
  });

  test.each(['a b', 'ä/ö', 'x~y', '50%', '__proto__', 'constructor', '#', 'a#b'])('any name will do: %j', (name) => {
    const definitions = Object.fromEntries([[name, Type.Object({ next: Type.Optional(Type.Ref(name)) })]]);
    const read_ = read(Type.Object({ list: Type.Cyclic(definitions, name) }));
    expect(read_.findings).toEqual([]);
    expect(Object.keys(read_.definitions)).toHaveLength(1);
  });
});

describe('@sinclair/typebox 0.34', () => {
  const tree = (options = {}) => V0.Recursive((This) => V0.Object({ id: V0.String(), kids: V0.Array(This) }), options);

  test('a Recursive is a definition wherever it stands', () => {
    const type = tree();
    const { root, definitions, findings } = read(V0.Object({ a: type, b: V0.Array(type) }));
    expect(findings).toEqual([]);
    expect(root).toEqual(object({ a: ref('a'), b: list(ref('a')) }));
    expect(definitions).toEqual({ a: object({ id: text, kids: list(ref('a')) }) });
  });

  test.each(['Tree', 'https://acme.test/tree', 'a/b', 'a b'])('a Recursive with an $id of its own: %s', ($id) => {
    const { root, definitions, findings } = read(tree({ $id }));
    expect(findings).toEqual([]);
    expect(root).toEqual(ref('root'));
    expect(definitions).toEqual({ root: object({ id: text, kids: list(ref('root')) }) });
  });

  test('a Recursive in a Recursive', () => {
    const { definitions, findings } = read(
      V0.Recursive((Outer) =>
        V0.Object({ inner: V0.Recursive((Inner) => V0.Object({ outer: Outer, inner: V0.Optional(Inner) })) }),
      ),
    );
    expect(findings).toEqual([]);
    expect(definitions).toEqual({
      root: object({ inner: ref('inner') }),
      inner: object({ outer: ref('root'), inner: ref('inner') }, ['inner']),
    });
  });

  test('an optional Recursive', () => {
    const type = tree();
    const { root, definitions, findings } = read(V0.Object({ a: type, b: V0.Optional(type) }));
    expect(findings).toEqual([]);
    expect(root).toMatchObject({
      properties: [
        { key: 'a', required: true },
        { key: 'b', required: false, shape: { kind: 'ref' } },
      ],
    });
    expect(definitions.a).toMatchObject({ kind: 'object' });
  });

  test('an Import is a reference to a definition', () => {
    const types = V0.Module({ A: V0.Object({ b: V0.Ref('B') }), B: V0.Object({ a: V0.Optional(V0.Ref('A')) }) });
    const { root, definitions, findings } = read(V0.Object({ a: types.Import('A'), b: types.Import('B') }));
    expect(findings).toEqual([]);
    expect(root).toEqual(object({ a: ref('A'), b: ref('B') }));
    expect(definitions).toEqual({ A: object({ b: ref('B') }), B: object({ a: ref('A') }, ['a']) });
  });

  test('definitions of one name in different modules keep apart, as TypeBox keeps them', () => {
    const a = V0.Module({ Node: V0.Object({ a: V0.Array(V0.Ref('Node')) }) }).Import('Node');
    const b = V0.Module({ Node: V0.Object({ b: V0.Array(V0.Ref('Node')) }) }).Import('Node');
    const { root, definitions, findings, finish } = read(V0.Object({ a, b }));
    expect(findings).toEqual([]);
    expect(root).toEqual(object({ a: ref('Node'), b: ref('Node_2') }));
    expect(definitions).toEqual({ Node: object({ a: list(ref('Node')) }), Node_2: object({ b: list(ref('Node_2')) }) });
    expect(finish({ a: { a: [] }, b: { b: [{ b: [] }] } })).toEqual({ value: { a: { a: [] }, b: { b: [{ b: [] }] } } });
  });

  test('Ref to an $id', () => {
    const { definitions, findings } = read(V0.Object({ kids: V0.Array(V0.Ref('Me')) }, { $id: 'Me' }));
    expect(findings).toEqual([]);
    expect(definitions.root).toMatchObject({ kind: 'object', properties: [{ key: 'kids' }] });
  });

  test('Ref to nothing', () => {
    expect(read(V0.Object({ a: V0.Ref('Nothing') })).findings).toMatchObject([
      { code: 'dangling-ref', path: '/properties/a/$ref', help: expect.stringContaining('Type.Module') },
    ]);
  });
});
