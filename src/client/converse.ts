import { isRecord } from '../ir/json.js';
import { untilAborted } from './abort-error.js';
import { type Conclusion, conclude, type Received } from './conclude.js';
import type { RequestBody } from './message.js';
import type { Attempt, Cause, Outcome } from './outcome.js';
import type { Prepared } from './prepare.js';
import { askAgain, isAffordable } from './repair.js';
import { sumUsage, type Usage } from './usage.js';

const CONTINUATIONS = 5;

/** Sends one request; what it yields while the answer comes in is handed through. */
export type Send<Update> = (body: RequestBody, cause: Cause) => AsyncGenerator<Update, Received, undefined>;

/** An outcome, and the request whose answer it is. */
export interface Ending {
  readonly outcome: Outcome;
  readonly body: RequestBody;
}

/** Asks until there is an outcome: continues what paused, and where the settings say so asks again for what was cut or is not valid. */
export async function* converse<Update>(
  request: Prepared,
  send: Send<Update>,
  because: Cause = 'first',
): AsyncGenerator<Update, Ending, undefined> {
  const attempts: Attempt[] = [];
  let body = request.body;
  let cause = because;
  for (;;) {
    const from = performance.now();
    const received: Received = yield* send(body, cause);
    // The user's own checks may take their time, too.
    const conclusion = await untilAborted(conclude(received, request), request.settings.signal);
    const { message } = received;
    attempts.push({
      cause,
      message,
      usage: sumUsage([message.usage]),
      requestId: message._request_id ?? undefined,
      ms: performance.now() - from,
      ...(conclusion.status === 'invalid' && { issues: conclusion.issues }),
    });
    const next = nextRequest(request, body, received, conclusion, attempts);
    if (!next) return { outcome: ended(conclusion, attempts, request.demoted), body };
    [body, cause] = next;
  }
}

function ended(conclusion: Conclusion, attempts: readonly Attempt[], demoted: readonly string[]): Outcome {
  const last = attempts[attempts.length - 1] as Attempt;
  const usage: Usage = sumUsage(attempts.map((attempt) => attempt.usage));
  return { ...conclusion, message: last.message, usage, requestId: last.requestId, attempts, demoted };
}

function nextRequest(
  { output, settings }: Prepared,
  body: RequestBody,
  { message }: Received,
  conclusion: Conclusion,
  attempts: readonly Attempt[],
): [RequestBody, Cause] | undefined {
  const causedBy = (cause: Cause) => attempts.filter((attempt) => attempt.cause === cause);
  switch (conclusion.status) {
    case 'paused':
      return causedBy('continuation').length < (settings.continuations ?? CONTINUATIONS)
        ? [continued(body, message), 'continuation']
        : undefined;
    case 'truncated': {
      const retry = settings.truncation?.retry;
      return retry && conclusion.reason === 'max_tokens' && causedBy('truncation').length === 0
        ? [{ ...body, max_tokens: retry.maxTokens }, 'truncation']
        : undefined;
    }
    case 'invalid': {
      const { repair } = settings;
      const before = causedBy('repair');
      if (!repair || !output || before.length >= repair.attempts) return undefined;
      const again = askAgain(body, message, conclusion.text, conclusion.issues, output);
      const spent = before.map((attempt) => attempt.usage);
      return again && isAffordable(again, message.usage, spent, repair) ? [again, 'repair'] : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * The same request with what the assistant said so far, as it is: same tools, same container, nothing new from the user
 * (documented: build-with-claude/handling-stop-reasons).
 */
export function continued(body: RequestBody, { content, container }: Received['message']): RequestBody {
  return { ...body, messages: [...body.messages, { role: 'assistant', content }], ...inContainer(body, container) };
}

/** The container that the server's tools worked in, beside the skills that were asked for. */
export function inContainer(
  { container: asked }: RequestBody,
  used: Received['message']['container'],
): { readonly container?: unknown } {
  if (!used) return {};
  return { container: isRecord(asked) ? { ...asked, id: used.id } : used.id };
}
