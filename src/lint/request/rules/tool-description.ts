import { isCustom, titleOf, toolsOf } from '../../../client/preflight/parts.js';
import type { RequestRule } from '../rule.js';
import { wordsIn } from '../similar.js';

/** Fewer words say no more than a name. */
const FEWEST = 4;
/** Scripts that put no blanks between words. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/;

export const toolDescription: RequestRule = {
  id: 'tool-description',
  category: 'tools',
  level: 'warning',
  law: 'Every tool says what it does.',
  evidence: {
    grade: 'documented',
    source: 'docs tool-use/define-tools: detailed descriptions are by far the most important factor in tool performance',
  },
  page: 'The model chooses by the description, and tool search finds by it. Say what the tool does, when to use it and when not, and what it does not return.\nThree or four sentences are not too many.',
  *check({ body }) {
    for (const { tool, path } of toolsOf(body)) {
      if (!isCustom(tool)) continue;
      const { description } = tool;
      const help = 'Say what it does, when to use it and when not, and what it returns.';
      if (description === undefined || description === null || (typeof description === 'string' && description.trim() === ''))
        yield {
          path: description === undefined ? path : `${path}/description`,
          message: `The tool ${titleOf(tool)} has no description, so the model can only guess from its name.`,
          help,
        };
      else if (typeof description === 'string' && isShort(description))
        yield {
          path: `${path}/description`,
          message: `The description of the tool ${titleOf(tool)} says hardly more than its name.`,
          help,
        };
    }
  },
};

function isShort(description: string): boolean {
  if (UNSPACED.test(description)) return description.trim().length < 6;
  return wordsIn(description).length < FEWEST;
}
