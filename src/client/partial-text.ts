import { PartialReader } from '../answer/partial/reader.js';
import { answerTexts } from './answer-text.js';
import { type Lifter, loadedOf } from './lifter.js';
import type { Block } from './message.js';

/** What is certain of an answer that was cut. */
export function partialOf(
  content: readonly Block[],
  output: Lifter | undefined,
): { readonly partial: undefined; readonly complete: readonly string[] } {
  if (!output) return { partial: undefined, complete: [] };
  for (const text of answerTexts(content)) {
    const { lowered, maxDepth } = loadedOf(output);
    const reader = new PartialReader(lowered, { maxDepth });
    reader.push(text);
    if (reader.issues.length === 0) return { partial: reader.value as undefined, complete: reader.completePaths() };
  }
  return { partial: undefined, complete: [] };
}
