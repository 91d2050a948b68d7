import { describe, expect, test } from 'vitest';
import { INVOICE, ITEM, project } from './harness.js';

const LIBRARY = `import { z } from 'zod';
import { Type } from 'typebox';
export const Order = z.object({ id: z.string() });
export const Person = Type.Object({ name: Type.String() });
export const Point = { type: 'object', properties: { x: { type: 'number' } } } as const;
export const grouped = { Inner: z.object({ a: z.string() }) };
export const compute = () => 1;
export const LIMIT = 5;
export default Order;
`;

const DOCUMENT = JSON.stringify({
  $schema: 'http://json-schema.org/draft-07/schema#',
  definitions: {
    Order: { type: 'object', properties: { item: { $ref: '#/definitions/Item' } }, required: ['item'] },
    Item: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    'a/b c': { type: 'string' },
  },
});

describe('what an address stands for', () => {
  const made = project({
    'src/library.ts': LIBRARY,
    'src/invoice.ts': INVOICE,
    'src/notes.txt': 'nothing',
    'src/nested/deep.schema.json': ITEM,
    'src/plain.ts': 'export const one = 1;',
    'src/types.d.ts': 'export declare const x: number;',
    'src/invoice.test.ts': 'throw new Error("tests are not schemas");',
    'src/package.json': '{ "name": "x", "type": "module" }',
    'data/item.json': ITEM,
    'data/document.json': DOCUMENT,
    'data/lenient.jsonc': '{ // a comment\n "type": "string", }',
    'data/bom.json': `\uFEFF${ITEM}`,
    'data/odd#name.json': ITEM,
    'data/with space.json': ITEM,
    'data/true.json': 'true',
    'lib.cjs': 'module.exports = { First: { type: "object", properties: { a: { type: "string" } } }, other: 1 };',
  });

  const table: [address: string | string[], ...found: string[]][] = [
    ['src/invoice.ts#Invoice', 'src/invoice.ts#Invoice'],
    ['./src/invoice.ts#Invoice', 'src/invoice.ts#Invoice'],
    ["'src/invoice.ts#Invoice'", 'src/invoice.ts#Invoice'],
    ['src/library.ts', 'src/library.ts#Order', 'src/library.ts#Person', 'src/library.ts#Point'],
    ['src/library.ts#', 'src/library.ts#Order', 'src/library.ts#Person', 'src/library.ts#Point'],
    ['src/library.ts#default', 'src/library.ts#default'],
    ['src/library.ts#grouped.Inner', 'src/library.ts#grouped.Inner'],
    ['data/item.json', 'data/item.json'],
    ['data/item.json#/properties/name', 'data/item.json#/properties/name'],
    ['data/document.json#/definitions/Order', 'data/document.json#/definitions/Order'],
    ['data/document.json#/definitions/a~1b c', 'data/document.json#/definitions/a~1b c'],
    ['data/document.json#/definitions/a~1b%20c', 'data/document.json#/definitions/a~1b c'],
    ['data/lenient.jsonc', 'data/lenient.jsonc'],
    ['data/bom.json', 'data/bom.json'],
    ['data/odd#name.json', 'data/odd#name.json'],
    ['data/odd#name.json#/properties/name', 'data/odd#name.json#/properties/name'],
    ['data/with space.json', 'data/with space.json'],
    ['data/true.json', 'data/true.json'],
    ['lib.cjs', 'lib.cjs#First'],
    [
      'src/**/*.{ts,json}',
      'src/invoice.ts#Invoice',
      'src/library.ts#Order',
      'src/library.ts#Person',
      'src/library.ts#Point',
      'src/nested/deep.schema.json',
    ],
    [
      'data/*.json#/properties/name',
      'data/bom.json#/properties/name',
      'data/item.json#/properties/name',
      'data/odd#name.json#/properties/name',
      'data/with space.json#/properties/name',
    ],
    [
      'src',
      'src/invoice.ts#Invoice',
      'src/library.ts#Order',
      'src/library.ts#Person',
      'src/library.ts#Point',
      'src/nested/deep.schema.json',
    ],
    [['src', '!src/nested/**', '!**/library.ts'], 'src/invoice.ts#Invoice'],
    [['src/invoice.ts', 'src/invoice.ts#Invoice'], 'src/invoice.ts#Invoice'],
    ['-', '-'],
    ['-#/properties/name', '-#/properties/name'],
    [['-', '-#/properties/name'], '-', '-#/properties/name'],
  ];

  test.each(table)('%s', async (address, ...found) => {
    const exclude = address === 'src/**/*.{ts,json}' ? ['!**/*.test.ts'] : [];
    const { code, report } = await made.json(['explain', ...[address].flat(), ...exclude], { stdin: ITEM });
    expect(report.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(report.schemas?.map((schema) => schema.address)).toEqual(found);
    expect(code).toBe(0);
  });

  test('a module of a package, by its name', async () => {
    const user = project({
      'node_modules/@acme/schemas/package.json': JSON.stringify({
        name: '@acme/schemas',
        type: 'module',
        exports: { './billing': './dist/billing.js' },
      }),
      'node_modules/@acme/schemas/dist/billing.js':
        "export const Bill = { type: 'object', properties: { sum: { type: 'number' } } };",
    });
    for (const address of ['@acme/schemas/billing', '@acme/schemas/billing#Bill']) {
      const { report } = await user.json(['explain', address]);
      expect(report.schemas?.map((schema) => schema.address)).toEqual(['@acme/schemas/billing#Bill']);
    }
  });

  test('a namespace is no schema', async () => {
    const { code, report } = await made.json(['explain', 'zod#z']);
    expect([code, report.findings[0]?.code]).toEqual([2, 'not-a-schema']);
  });

  test('an absolute path and a file URL', async () => {
    for (const address of [made.path('data/item.json'), `file://${made.path('data/item.json')}#/properties/name`]) {
      const { code, report } = await made.json(['explain', address]);
      expect([code, report.schemas?.length]).toEqual([0, 1]);
    }
  });

  test('--cwd moves what addresses are relative to', async () => {
    const { report } = await made.json(['explain', 'item.json', '--cwd', 'data']);
    expect(report.schemas?.map((schema) => schema.address)).toEqual(['item.json']);
  });
});

describe('a schema within a document', () => {
  const made = project({
    'api.json': `{
  "openapi": "3.1.0",
  "components": {
    "schemas": {
      "Order": { "type": "object", "properties": { "items": { "type": "array", "items": { "$ref": "#/components/schemas/Item" } } } },
      "Item": {
        "type": "object",
        "properties": { "bad": { "$ref": "https://example.com/outside" } }
      }
    }
  }
}`,
    'tree.json': JSON.stringify({
      $defs: { Node: { type: 'object', properties: { children: { type: 'array', items: { $ref: '#/$defs/Node' } } } } },
    }),
    'anchors.json': JSON.stringify({
      $id: 'https://example.com/root',
      $defs: {
        A: { $anchor: 'a', type: 'string' },
        B: {
          type: 'object',
          properties: { byAnchor: { $ref: '#a' }, byId: { $ref: 'https://example.com/root#/$defs/A' } },
          required: ['byAnchor', 'byId'],
        },
      },
    }),
  });

  test('brings what it refers to, and findings keep their place in the file', async () => {
    const { code, report } = await made.json(['explain', 'api.json#/components/schemas/Order']);
    expect(code).toBe(1);
    expect(report.findings[0]).toMatchObject({
      code: 'external-ref',
      file: 'api.json',
      line: 8,
      severity: 'error',
      rule: 'external-ref',
      address: 'api.json#/components/schemas/Order',
    });
    expect(report.findings[0]?.path).toMatch(/^\/components\/schemas\/Item\/properties\/bad/);
  });

  test('may refer to itself', async () => {
    const { code, report } = await made.json(['explain', 'tree.json#/$defs/Node']);
    expect(code).toBe(0);
    const ledger = report.schemas?.[0]?.ledger as { path: string; keyword: string }[];
    expect(ledger.map((entry) => entry.path)).toContain('/$defs/Node/properties/children/items');
    expect(ledger.every((entry) => entry.path.startsWith('/$defs/Node'))).toBe(true);
    expect(ledger.some((entry) => entry.keyword === '$defs')).toBe(false);
  });

  test('references by anchor and by identity lead on', async () => {
    const { code, report } = await made.json(['explain', 'anchors.json#/$defs/B']);
    expect(report.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(code).toBe(0);
    expect(report.schemas?.[0]?.wire).toMatchObject({ properties: { byAnchor: { type: 'string' }, byId: { type: 'string' } } });
  });
});
