import type { Reply } from '../../../src/emulator/index.js';
import { Failure } from '../../failure.js';
import { readJson } from '../../load/json.js';
import { readText } from '../../load/text.js';

/** The replies of a file: a JSON value or a list of them, or one a line in JSONL. Whether they are replies is not looked at. */
export function repliesIn(file: string, shown: string): { readonly replies: readonly Reply[]; locate(index: number): string } {
  const text = readText(file, shown);
  if (!/\.(jsonl|ndjson)$/i.test(file)) {
    const { value } = readJson(text, { shown, file, comments: false });
    return { replies: (Array.isArray(value) ? value : [value]) as Reply[], locate: (index) => `Reply ${index + 1} of ${shown}` };
  }
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }));
  const written = lines.filter(({ line }) => line.trim() !== '');
  const locate = (index: number) => `Line ${written[index]?.number} of ${shown}`;
  const replies = written.map(({ line }, index) => {
    try {
      return JSON.parse(line) as Reply;
    } catch (error) {
      const why = error instanceof Error ? error.message : '';
      throw new Failure({
        code: 'invalid-json',
        message: `${locate(index)} is not valid JSON: ${why}.`,
        help: 'Write one JSON object a line.',
        file,
        line: written[index]?.number,
        cause: error,
      });
    }
  });
  return { replies, locate };
}
