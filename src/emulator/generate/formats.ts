import type { Draw } from '../random.js';
import { letters } from './words.js';

const two = (value: number): string => String(value).padStart(2, '0');

function date(draw: Draw): string {
  return `${1990 + draw.upTo(45)}-${two(1 + draw.upTo(11))}-${two(1 + draw.upTo(27))}`;
}

function time(draw: Draw): string {
  const zone = draw.pick(['Z', 'Z', '+02:00', '-05:30']);
  return `${two(draw.upTo(23))}:${two(draw.upTo(59))}:${two(draw.upTo(59))}${draw.chance(20) ? '.250' : ''}${zone}`;
}

const hex = (draw: Draw, count: number): string => letters(draw, count, '0123456789abcdef');
const host = (draw: Draw): string => `${letters(draw, 3 + draw.upTo(6))}.example.${draw.pick(['com', 'org', 'net'])}`;

const FORMATS: ReadonlyMap<string, (draw: Draw) => string> = new Map([
  ['date', date],
  ['time', time],
  ['date-time', (draw) => `${date(draw)}T${time(draw)}`],
  ['duration', (draw) => draw.pick(['P3D', 'PT4H30M', 'P1Y2M10DT2H', 'P2W', 'PT45S'])],
  ['email', (draw) => `${letters(draw, 4 + draw.upTo(5))}@${host(draw)}`],
  ['hostname', host],
  ['uri', (draw) => `https://${host(draw)}/${letters(draw, 1 + draw.upTo(8))}`],
  ['ipv4', (draw) => Array.from({ length: 4 }, () => draw.upTo(255)).join('.')],
  ['ipv6', (draw) => Array.from({ length: 8 }, () => hex(draw, 4)).join(':')],
  ['uuid', (draw) => `${hex(draw, 8)}-${hex(draw, 4)}-4${hex(draw, 3)}-a${hex(draw, 3)}-${hex(draw, 12)}`],
]);

/** A text of a format; undefined for a format that is not known here. */
export function textOfFormat(format: string, draw: Draw): string | undefined {
  return FORMATS.get(format)?.(draw);
}
