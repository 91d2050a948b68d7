import type { Draw } from '../../draw.js';
import { FORMATS, PATTERNS, TEXTS } from '../words.js';
import type { Node } from './resolve.js';

export function sampleString(node: Node, draw: Draw): string {
  const format = FORMATS.find(([name]) => name === node['format']);
  const pattern = PATTERNS.find(([source]) => source === node['pattern']);
  if (pattern !== undefined) return draw.pick(pattern[1]);
  if (format !== undefined) return draw.pick(format[1]);
  const least = Number(node['minLength'] ?? 0);
  const most = Number(node['maxLength'] ?? least + 40);
  const text = draw.pick(TEXTS);
  const length = [...text].length;
  if (length >= least && length <= most) return text;
  return 'abcdefghijkl'.repeat(Math.ceil((least + 1) / 12)).slice(0, least + draw.upTo(Math.max(0, Math.min(3, most - least))));
}

export function sampleNumber(node: Node, draw: Draw, integer: boolean): number {
  const step = Number(node['multipleOf'] ?? (integer ? 1 : 0.25));
  const above = Math.max(Number(node['minimum'] ?? -Infinity), Number(node['exclusiveMinimum'] ?? -Infinity));
  const below = Math.min(Number(node['maximum'] ?? Infinity), Number(node['exclusiveMaximum'] ?? Infinity));
  const free = above === -Infinity && below === Infinity;
  if (free)
    return (
      draw.pick(integer ? [0, 1, -7, 42, 1e15] : [0, 1, -1.5, 0.1, 1e21, 5e-324, 123456.789]) *
      (node['multipleOf'] === undefined ? 1 : step)
    );
  const base = above === -Infinity ? below : above;
  const direction = above === -Infinity ? -1 : 1;
  const first = (direction === 1 ? Math.ceil(base / step) : Math.floor(base / step)) * step;
  const exclusive = first === (direction === 1 ? node['exclusiveMinimum'] : node['exclusiveMaximum']);
  return first + direction * step * (draw.upTo(3) + (exclusive ? 1 : 0)) + 0;
}
