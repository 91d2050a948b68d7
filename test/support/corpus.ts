import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Json } from '../../src/ir/json.js';

export interface Row {
  readonly ds: string;
  readonly id: string;
  readonly dialect: '3' | '4' | '6' | '7' | '2019' | '2020';
  readonly schema: Json;
  readonly tests: readonly { readonly valid: boolean | null; readonly data: Json; readonly d?: string }[];
}

const folder = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

export const corpusPresent = existsSync(folder);

export function corpusFiles(): string[] {
  return corpusPresent
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
    : [];
}

export function rowsOf(name: string): Row[] {
  return readFileSync(`${folder}${name}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** Every n-th row, so that about `most` are left: the same ones each time. */
export function someOf<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from(
    { length: Math.min(items.length, Math.floor(items.length / step)) },
    (_, index) => items[Math.floor(index * step)] as Item,
  );
}
