import { answers, reading } from './answers.js';
import { compileCorpus } from './compile-corpus.js';
import { compileZod } from './compile-zod.js';
import { growth } from './growth.js';
import { lint } from './lint.js';
import { machine } from './report.js';
import { requests } from './requests.js';
import { start } from './start.js';
import { streaming } from './streaming.js';

// npm run bench [part…]: ratios in one run, side by side, so that the machine and its load cancel out. Asserts nothing.
const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  corpus: compileCorpus,
  zod: compileZod,
  growth: () => growth(),
  requests,
  answers,
  reading,
  streaming,
  start,
  lint,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; the parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
console.log(machine());
console.log('Medians over interleaved repetitions; ratios mean more than times.');
for (const [name, run] of Object.entries(PARTS)) if (asked.length === 0 || asked.includes(name)) await run();
