import { annotated, annotatedText } from '../answer/annotated.js';
import type { Issue } from '../read/source.js';
import { type Lifter, loadedOf } from './lifter.js';
import type { Block, Message, RequestBody, Turn } from './message.js';
import { sumUsage } from './usage.js';

/** Whether and how often an answer that is not valid is sent back to be corrected. */
export interface RepairOptions {
  /** Most times. */
  readonly attempts: number;
  /** Most tokens, read and written, that all repairs of a call together may take, as estimated before each. Default 100,000. */
  readonly tokens?: number;
}

const TOKENS = 100_000;
/** A low guess of how much text a token holds, so that the estimate is rather too high. */
const CHARACTERS_PER_TOKEN = 3;

/** The conversation with the answer and what is wrong with it; undefined when nothing of the answer can be sent back. */
export function askAgain(
  body: RequestBody,
  message: Message,
  text: string,
  issues: readonly Issue[],
  output: Lifter,
): RequestBody | undefined {
  const content = message.content.filter((block) => !isBlank(block));
  if (content.length === 0) return undefined;
  return { ...body, messages: [...body.messages, { role: 'assistant', content }, complaint(text, issues, output)] };
}

function complaint(text: string, issues: readonly Issue[], output: Lifter): Turn {
  const wire = jsonOf(text);
  const marked = wire === undefined ? annotatedText(text, issues) : annotated(loadedOf(output).lowered, wire.value, issues);
  return {
    role: 'user',
    content: [
      {
        type: 'text',
        text: `Your answer can't be used as it is. Here it is with what is wrong written beside it:\n\n${marked}\n\nAnswer again: the whole JSON, corrected, without comments.`,
      },
    ],
  };
}

function jsonOf(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The API refuses blank text blocks. */
function isBlank({ type, text }: Block): boolean {
  return type === 'text' && (text ?? '').trim() === '';
}

/** Whether one more repair is likely to stay within the budget: it reads what the last request read and wrote, and writes as much again. */
export function isAffordable(next: RequestBody, last: unknown, spent: readonly unknown[], options: RepairOptions): boolean {
  const { input_tokens: input, output_tokens: output } = sumUsage([last]);
  const words = next.messages[next.messages.length - 1]?.content as readonly { readonly text: string }[];
  const estimate = input + 2 * output + Math.ceil((words[0]?.text.length ?? 0) / CHARACTERS_PER_TOKEN);
  const before = sumUsage(spent);
  return before.input_tokens + before.output_tokens + estimate <= (options.tokens ?? TOKENS);
}
