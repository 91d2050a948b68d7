import { asAborted, untilAborted } from './abort-error.js';
import { paramsOf } from './check-settings.js';
import { type Resource, resourceOf } from './client.js';
import type { Received } from './conclude.js';
import { converse, type Ending, type Send } from './converse.js';
import { explained } from './explain-error.js';
import { inspect } from './inspect.js';
import type { LifterFor } from './lifter-for.js';
import { messageOf } from './message.js';
import type { Cause, Outcome } from './outcome.js';
import { type GivenParams, optionsOf, outputFindings, type Prepared, prepare, throwOn } from './prepare.js';

/** Sends, and reads the answer to its outcome. Rejects with `RequestError`, `RejectedSchemaError`, or what the SDK throws. */
export async function ask(client: unknown, params: GivenParams, lifterFor: LifterFor): Promise<Outcome> {
  const resource = resourceOf(client);
  throwOn(outputFindings(paramsOf(params)));
  const request = prepare(params, lifterFor);
  await inspect(client, request);
  return (await concluded(resource, request)).outcome;
}

/** Converses without streaming. */
export async function concluded(resource: Resource, request: Prepared, cause?: Cause): Promise<Ending> {
  // biome-ignore lint/correctness/useYield: a whole answer has nothing to tell before it is there
  const send: Send<never> = async function* (body): AsyncGenerator<never, Received, undefined> {
    try {
      // A client that does not heed the signal is not waited for.
      return { message: messageOf(await untilAborted(resource.create(body, optionsOf(request)), request.settings.signal)) };
    } catch (error) {
      throw await explained(error, request);
    }
  };
  const steps = converse(request, send, cause);
  try {
    for (;;) {
      const step = await steps.next();
      if (step.done) return step.value;
    }
  } catch (error) {
    throw asAborted(error, resource, request.settings.signal);
  }
}

/** Thrown by `parseOrThrow`: how the request ended instead. */
export class OutcomeError extends Error {
  override readonly name = 'OutcomeError';
  readonly outcome: Exclude<Outcome, { status: 'ok' }>;

  constructor(outcome: Exclude<Outcome, { status: 'ok' }>) {
    super(wordsOf(outcome));
    this.outcome = outcome;
  }
}

function wordsOf(outcome: Exclude<Outcome, { status: 'ok' }>): string {
  switch (outcome.status) {
    case 'refused':
      return `The model refused${outcome.category === null ? '' : ` (${outcome.category})`}${outcome.explanation === null ? '.' : `: ${outcome.explanation}`}`;
    case 'truncated':
      return `The answer was cut (${outcome.reason}). Raise \`max_tokens\`, or shorten the input; what is certain of it is in \`outcome.partial\`.`;
    case 'invalid':
      return `The answer does not satisfy the schema.\n${outcome.issues.map((issue) => `${issue.path.length === 0 ? '(root)' : issue.path.join('.')}: ${issue.message}`).join('\n')}`;
    case 'tool_use':
      return `The model called ${outcome.calls.map((call) => call.name).join(', ')} instead of answering. Use \`parse\` and \`outcome.calls\`, or \`runTools\`.`;
    case 'paused':
      return 'The API paused the turn more often than `continuations` allows. Raise it, or send `outcome.message.content` back to go on.';
    case 'empty':
      return 'The model ended its turn without any text.';
  }
}

/** The value of an outcome. Throws `OutcomeError` for any other ending. */
export function orThrow(outcome: Outcome): unknown {
  if (outcome.status === 'ok') return outcome.value;
  throw new OutcomeError(outcome);
}
