import type { OptionSpecs } from '../../options.js';
import type { Listing } from '../../report/listing.js';
import { work } from '../../work.js';
import { command } from '../command.js';
import { PARTS } from './parts/index.js';
import { checkReport } from './report.js';

export const checkCommand = command({
  usage: 'check [address…] [options]',
  about: `All that a CI run should ask, in one go and with one exit code, the gravest: lint, compile --check where the configuration names a folder for artifacts, and diff where --against or "check.against" in the configuration names what to compare with.
Schemas are loaded and compiled once.`,
  options: Object.assign({}, ...PARTS.map(({ options }) => options)) as OptionSpecs,
  examples: [
    'bascule check',
    'bascule check --against main --format github',
    'bascule check --format sarif --output-file bascule.sarif',
  ],
  async run(context) {
    const done = await work(context, await context.config());
    const listings: Listing[] = [];
    for (const part of PARTS) {
      const listing = await part.run(context, done);
      if (listing !== undefined) listings.push(listing);
    }
    const report = checkReport(listings, done.loaded.failures, context.cwd);
    await context.print(report);
    return report.exit;
  },
});
