import type { Primitive } from '../../ir/json.js';
import type { Step } from '../../read/source.js';
import type { Container } from './assembly.js';
import { type Frame, NOWHERE, type Plan } from './frame.js';
import { PLAIN } from './plain.js';
import { Run } from './run.js';
import { Scanner } from './scanner.js';

/** JSON text in a string: read as it grows, as the text around it is. */
class JsonTextPlan implements Plan {
  readonly grows = false;
  readonly certain = true;

  open(run: Run): Frame {
    run.fail('wire-type', 'expected JSON text');
    return NOWHERE;
  }

  grow(run: Run, text: string, more: string, container: Container, step: Step): void {
    run.text ??= { scanner: new Scanner(new Run(run.assembly, run.maxDepth, PLAIN, container, step)), taken: 0 };
    run.text.scanner.push(more);
    run.text.taken = text.length;
    check(run, text);
  }

  scalar(run: Run, value: Primitive, container: Container, step: Step): void {
    const text = typeof value === 'string' ? value : '';
    if (text !== value) run.fail('wire-type', 'expected JSON text', value);
    this.grow(run, text, text.slice(run.text?.taken), container, step);
    run.text?.scanner.end();
    check(run, text);
    run.text = undefined;
  }
}

function check(run: Run, text: string): void {
  const issue = run.text?.scanner.run.issues[0];
  if (issue) run.fail('json-text', `expected JSON text: ${issue.message}`, text);
}

const plan = new JsonTextPlan();

export const jsonText = (): Plan => plan;
