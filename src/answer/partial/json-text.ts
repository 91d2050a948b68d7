import type { Plan } from './frame.js';
import { NOWHERE } from './frame.js';
import { PLAIN } from './plain.js';
import { Run } from './run.js';
import { Scanner } from './scanner.js';

function check(run: Run, text: unknown): void {
  const issue = run.text?.scanner.run.issues[0];
  if (issue) run.fail('json-text', `expected JSON text: ${issue.message}`, text);
}

/** JSON text in a string: read as it grows, as the text around it is. */
const plan: Plan = {
  open(run) {
    run.fail('wire-type', 'expected JSON text');
    return NOWHERE;
  },
  grow(run, text, more, container, step) {
    run.text ??= { scanner: new Scanner(new Run(run.assembly, run.maxDepth, PLAIN, container, step)), taken: 0 };
    run.text.scanner.push(more);
    run.text.taken = text.length;
    check(run, text);
  },
  scalar(run, value, container, step) {
    const text = typeof value === 'string' ? value : '';
    if (text !== value) run.fail('wire-type', 'expected JSON text', value);
    plan.grow(run, text, text.slice(run.text?.taken), container, step);
    run.text?.scanner.end();
    check(run, text);
    run.text = undefined;
  },
};

export const jsonText = (): Plan => plan;
