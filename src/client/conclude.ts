import type { Issue } from '../read/source.js';
import { allText, answerTexts, readAnswer } from './answer-text.js';
import type { Lifter } from './lifter.js';
import type { Message } from './message.js';
import type { Call, Ended, Outcome } from './outcome.js';
import { type GivenTool, readCalls, type Unread } from './tool-reader.js';

/** An answer as it came in. */
export interface Received {
  readonly message: Message;
  readonly unread?: Unread;
}

/** What an answer is read with. */
export interface Reading {
  /** Absent where plain text is asked for. */
  readonly output: Lifter | undefined;
  readonly tools: ReadonlyMap<string, GivenTool>;
}

type WithoutEnd<Case> = Case extends unknown ? Omit<Case, keyof Ended> : never;
/** An outcome without what only the whole call knows. */
export type Conclusion = WithoutEnd<Outcome<unknown, unknown, Call>>;

const CUT: ReadonlySet<unknown> = new Set(['max_tokens', 'model_context_window_exceeded', 'stop_sequence']);
type Cut = 'max_tokens' | 'model_context_window_exceeded' | 'stop_sequence';

/** How an answer ended. Looks at `stop_reason` before anything else: text of a refusal or a cut answer may look valid. Never rejects. */
export async function conclude({ message, unread }: Received, { output, tools }: Reading): Promise<Conclusion> {
  const { content, stop_reason: reason, stop_details: details } = message;
  const text = allText(content);
  if (reason === 'refusal')
    return { status: 'refused', category: details?.category ?? null, explanation: details?.explanation ?? null, text };
  if (CUT.has(reason) && (output || reason !== 'stop_sequence')) {
    // The reader of partial texts is loaded when it is first needed.
    const { partialOf } = await import('./partial-text.js');
    return { status: 'truncated', reason: reason as Cut, text, ...partialOf(content, output) };
  }
  if (reason === 'pause_turn') return { status: 'paused', text };
  if (reason === 'tool_use' && content.some(({ type }) => type === 'tool_use'))
    return { status: 'tool_use', calls: await readCalls(content, tools, unread), text };
  if (reason !== 'end_turn' && reason !== 'stop_sequence') return { status: 'invalid', issues: [unknownEnd(reason)], text };
  const candidates = answerTexts(content);
  if (candidates.length === 0) return { status: 'empty' };
  if (!output) return { status: 'ok', value: text, repairs: [] };
  // Not `parse` first: a check that turns out to be asynchronous would run twice, its first promise with nobody to hear it reject.
  const answer = await readAnswer(candidates, output.parseAsync);
  const { decoded } = answer;
  if (decoded.issues) return { status: 'invalid', issues: decoded.issues, text: answer.text };
  return { status: 'ok', value: decoded.value, repairs: decoded.repairs };
}

function unknownEnd(reason: string | null | undefined): Issue {
  const message =
    reason === null || reason === undefined
      ? 'The answer has no `stop_reason`: it broke off before its end.'
      : `The answer ended with the stop reason ${JSON.stringify(reason)}, of which it is not known whether the answer is whole.`;
  return { path: [], code: 'stop-reason', message, value: reason };
}
