import { catalog } from '../../../src/lint/catalog.js';
import { usage } from '../../failure.js';
import { didYouMean } from '../../nearest.js';
import { work } from '../../work.js';
import { command } from '../command.js';
import { levelsOf } from './levels.js';
import { lintReport } from './report.js';
import { lintRequests } from './requests.js';

const OPTIONS = {
  request: {
    type: 'string',
    argument: 'address',
    many: true,
    help: 'look at a whole request: the JSON body of one as it is sent, or an export { output, tools }; may be given several times',
  },
  'max-warnings': {
    type: 'string',
    argument: 'n',
    help: 'exit 1 when there are more warnings than that (default: any number is let pass)',
  },
  rule: {
    type: 'string',
    argument: 'id=level',
    help: 'set the level of a rule, or of several: risky-pattern=error,undescribed=off',
  },
} as const;

export const lintCommand = command({
  usage: 'lint [address…] [options]',
  about: `Says which schemas will misbehave: what the target refuses, what is near a limit, what is only checked and not enforced, what goes wrong in answers.
With --request it looks at whole requests as well: every combination that the API refuses, the budgets over all schemas, and the tools.
"bascule explain <rule>" prints what a rule is about. Levels are error, warning, info and off; in the configuration they stand under "rules".`,
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
    const levels = levelsOf(config?.config.rules ?? {}, options.rule);
    const asked = options.request ?? [];
    const found = await lintRequests(asked, context, config, levels);
    // Without addresses, requests alone are looked at, and not what the configuration lists.
    const schemas = asked.length > 0 && context.positionals.length === 0 ? undefined : await work(context, config);
    const report = lintReport(context, { ...(schemas && { schemas }), ...found }, levels, most);
    await context.print(report);
    return report.exit;
  },
});

function mostWarnings(given: string | undefined): number {
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

export type LintOptions = typeof OPTIONS;
