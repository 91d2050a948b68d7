import type { Accumulation } from './accumulate.js';
import type { StreamEvent } from './events.js';
import type { Prepared } from './prepare.js';
import { Progress, TextProgress } from './progress.js';
import { lifterOf, toolFor } from './tool-reader.js';
import type { Untyped } from './untyped-stream.js';

/** Deepest nesting of inputs whose tool says nothing of it. */
export const MAX_DEPTH = 500;

/** What of the events is news about the value or about the input of a tool. */
export class News {
  readonly #request: Prepared;
  readonly #accumulation: Accumulation;
  readonly #text: TextProgress;
  readonly #attempt: number;
  readonly #inputs = new Map<number, Untyped>();

  constructor(request: Prepared, accumulation: Accumulation, output: Progress, attempt: number) {
    this.#request = request;
    this.#accumulation = accumulation;
    this.#text = new TextProgress(output);
    this.#attempt = attempt;
  }

  update({ type, index = 0, delta }: StreamEvent): Untyped | undefined {
    if (type === 'content_block_start') return this.#start(index);
    if (type !== 'content_block_delta') return undefined;
    if (delta?.type === 'text_delta') return this.#grown(String(delta['text']));
    if (delta?.type !== 'input_json_delta') return undefined;
    const input = this.#inputs.get(index);
    input?.progress.push(String(delta['partial_json']));
    return input;
  }

  #grown(text: string): Untyped | undefined {
    if (!this.#request.output || !this.#text.push(text)) return undefined;
    return { progress: this.#text.progress, attempt: this.#attempt };
  }

  #start(index: number): Untyped | undefined {
    const block = this.#accumulation.block(index);
    if (!block) return undefined;
    if (block.type === 'text') {
      this.#text.block();
      return typeof block['text'] === 'string' && block['text'] !== '' ? this.#grown(block['text']) : undefined;
    }
    if (block.type === 'tool_use') {
      const [id, name] = [String(block['id']), String(block['name'])];
      const progress = new Progress(lifterOf(toolFor(block, this.#request.tools)), MAX_DEPTH);
      const input = { tool: { id, name }, progress, attempt: this.#attempt };
      this.#inputs.set(index, input);
      return input;
    }
    if (block.type.includes('tool')) this.#text.interrupted();
    return undefined;
  }
}
