import { catalog } from '../../../src/lint/catalog.js';
import { usage } from '../../failure.js';
import { didYouMean } from '../../nearest.js';
import { listing } from '../../report/listing.js';
import { work } from '../../work.js';
import { command } from '../command.js';
import { levelsFor } from './levels.js';
import { fixAll, lintListing } from './report.js';
import { lintRequests } from './requests.js';

export const LINT_OPTIONS = {
  'max-warnings': {
    type: 'string',
    argument: 'n',
    help: 'exit 1 when there are more warnings than that (default: any number is let pass)',
  },
  rule: {
    type: 'string',
    argument: 'id=level',
    many: true,
    help: 'set the level of a rule, or of several: risky-pattern=error,undescribed=off',
  },
} as const;

const OPTIONS = {
  ...LINT_OPTIONS,
  request: {
    type: 'string',
    argument: 'address',
    many: true,
    help: 'look at a whole request: the JSON body of one as it is sent, or an export { output, tools }; may be given several times',
  },
  fix: { type: 'boolean', help: 'make the changes that are safe: in JSON, and in simple Zod and TypeBox code' },
} as const;

export const lintCommand = command({
  usage: 'lint [address…] [options]',
  about: `Says which schemas will misbehave: what the target refuses, what is near a limit, what is only checked and not enforced, what goes wrong in answers.
With --request it looks at whole requests as well: every combination that the API refuses, the budgets over all schemas, and the tools.
"bascule explain <rule>" prints what a rule is about. Levels are error, warning, info and off; in the configuration they stand under "rules",
and under "overrides" for the files of some globs.
A comment "bascule-ignore <rule>: <reason>" passes over what the rule finds at the place beside it ("bascule explain suppression").`,
  options: OPTIONS,
  examples: [
    'bascule lint',
    'bascule lint src/schemas --max-warnings 0',
    'bascule lint schema.json --rule undescribed=warning',
    'bascule lint --request request.json --request src/request.ts#request',
    'bascule explain reasoning-field',
  ],
  async run(context) {
    const { options } = context;
    const most = mostWarnings(options['max-warnings']);
    const config = await context.config();
    const levels = levelsFor(config?.config ?? {}, options.rule);
    const asked = options.request ?? [];
    // Without addresses, requests alone are looked at, and not what the configuration lists.
    const load = asked.length > 0 && context.positionals.length === 0 ? undefined : () => work(context, config);
    const fixed = options.fix && load ? await fixAll(context, load, levels) : undefined;
    const found = await lintRequests(asked, context, config, levels);
    const report = listing(lintListing(context, { ...(load && { schemas: await load() }), ...found }, levels, most, fixed));
    await context.print(report);
    return report.exit;
  },
});

export function mostWarnings(given: string | undefined): number {
  if (given === undefined) return Number.POSITIVE_INFINITY;
  const most = Number(given);
  if (Number.isSafeInteger(most) && most >= 0) return most;
  throw usage(
    `The option --max-warnings needs a whole number from 0 on, but was given "${given}".`,
    'Write for example --max-warnings 0.',
  );
}

/** The rule of a name, for `explain`; a hint where there is none. */
export function ruleNamed(id: string) {
  return catalog.find((rule) => rule.id === id);
}

export function nearRule(id: string): string {
  return didYouMean(
    id,
    catalog.map((rule) => rule.id),
  );
}
