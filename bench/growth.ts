import { compile } from '../src/index.js';
import { note, rows, title, us } from './report.js';
import { GROWING, type Schema } from './schemas.js';
import { compare, contender } from './timing.js';

const SIZES = [10, 20, 40, 80, 160, 320, 640, 1280];
const TOO_LONG = 1_500_000;
/** The mean leaves out the doublings before this one: there the fixed costs still show. */
const FROM = 2;

/** Compile time of schemas of one kind as they double in size. */
export function growth(only?: string): void {
  title('Growth of compile time with the size of the schema (target: linear, so about 2 for each doubling)');
  const lines = Object.entries(GROWING)
    .filter(([name]) => only === undefined || name.includes(only))
    .map(([name, make]) => [name, ...doublings(make)]);
  rows(['kind', `n = ${SIZES[0]}`, ...SIZES.slice(1).map((size) => `n = ${size}`), 'the largest', 'mean'], lines);
  note('n is about the number of properties; each column from the second on is the time over that of the column before.');
  note(
    `The mean is over the doublings from n = ${SIZES[FROM]} on. What takes over ${TOO_LONG / 1_000_000} s is not doubled again.`,
  );
}

function doublings(make: (size: number) => Schema): string[] {
  const schemas: Schema[] = [];
  for (const size of SIZES) {
    const schema = make(size);
    const spent = once(structuredClone(schema));
    if (spent === undefined) break;
    schemas.push(schema);
    if (spent > TOO_LONG) break;
  }
  const times = compare(
    schemas.map((schema) =>
      contender(
        'compile',
        (copy: Schema) => compile(copy),
        () => structuredClone(schema),
      ),
    ),
    { rounds: 9, slice: 12 },
  );
  const cells = SIZES.map((_, index) => {
    const time = times[index];
    return time === undefined ? '' : index === 0 ? us(time) : (time / (times[index - 1] as number)).toFixed(2);
  });
  const [start, last] = [times[FROM], times.at(-1)];
  const mean =
    times.length > FROM + 1 && start !== undefined && last !== undefined
      ? (last / start) ** (1 / (times.length - 1 - FROM))
      : undefined;
  return [...cells, last === undefined ? 'refused' : us(last), mean?.toFixed(2) ?? ''];
}

/** Processor time of one compilation, undefined where it is refused. */
function once(schema: Schema): number | undefined {
  const from = process.cpuUsage();
  try {
    compile(schema);
  } catch {
    return undefined;
  }
  const { user, system } = process.cpuUsage(from);
  return user + system;
}
