import { isInstance } from '../ir/json.js';

/** What the content of a result may hold (SDK: `ToolResultBlockParam`). */
const BLOCKS = new Set<unknown>(['text', 'image', 'search_result', 'document', 'tool_reference', 'browser_state']);

/**
 * What the model is told of what a tool answered: text, blocks, or any JSON value, as text. Throws `TypeError` for what JSON would lose:
 * the model would take `{}` for the result.
 */
export function toldResult(result: unknown): unknown {
  if (typeof result === 'string' || isContent(result)) return result;
  if (result === undefined || result === null) return 'Done.';
  const text = JSON.stringify(result, sayable);
  if (text === undefined) throw unsayable('', typeof result);
  return text;
}

/** What the model is told of what a tool threw, which can be anything. The SDK's `ToolError` brings its own content. */
export function toldError(error: unknown): unknown {
  try {
    const { content, message, name } = (error ?? {}) as { content?: unknown; message?: unknown; name?: unknown };
    if (error instanceof Error && (typeof content === 'string' || isContent(content))) return content;
    const said = message || (name === 'Error' ? '' : name);
    const words =
      error instanceof Error
        ? String(said)
        : typeof error === 'object' && error !== null
          ? JSON.stringify(error, sayable)
          : String(error ?? '');
    if (words !== '' && words !== '{}') return `Error: ${words}`;
  } catch {
    // Not even text can be had of it.
  }
  return 'Error: The tool failed and did not say why.';
}

function isContent(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((block: unknown) => BLOCKS.has((block as { type?: unknown } | null)?.type))
  );
}

function sayable(key: string, value: unknown): unknown {
  if (typeof value === 'bigint') throw unsayable(key, 'bigint');
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !isInstance(value)) return value;
  if (value instanceof Error) throw new TypeError(`The tool answered an error instead of throwing it: ${value.message}`);
  if (ArrayBuffer.isView(value) || Object.keys(value).length === 0) throw unsayable(key, value.constructor?.name || 'object');
  return value;
}

function unsayable(key: string, kind: string): TypeError {
  const place = key === '' ? '' : ` at ${JSON.stringify(key)}`;
  return new TypeError(
    `The tool answered a value of type ${kind}${place}, which JSON can't say. It must answer text, blocks of content or plain data.`,
  );
}
