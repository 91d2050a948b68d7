import { isRecord } from '../ir/json.js';
import { define, type RunnableDefinedTool } from './define-tool.js';
import type { LifterFor } from './lifter-for.js';

/** A client of `@modelcontextprotocol/sdk`, as far as it is used. */
export interface McpClient {
  listTools(params?: {
    cursor?: string;
  }): Promise<{ readonly tools: readonly McpTool[]; readonly nextCursor?: string | undefined }>;
  callTool(
    params: { name: string; arguments?: Record<string, unknown> },
    schema?: undefined,
    options?: { signal?: AbortSignal },
  ): Promise<unknown>;
}

interface McpTool {
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema: unknown;
}

export interface McpSettings {
  /** Default true. */
  readonly strict?: boolean;
  /** Called with a tool whose schema can't be compiled, which is then left out. Without it, `mcpTools` rejects with the `SchemaError`. */
  readonly onRefused?: (name: string, error: unknown) => void;
}

/** The tools of an MCP server as strict tools: their schemas lowered, their inputs lifted and checked, their calls passed on. */
export async function toolsOf(
  client: McpClient,
  { strict, onRefused }: McpSettings,
  lifterFor: LifterFor,
): Promise<RunnableDefinedTool[]> {
  if (typeof (client as Partial<McpClient> | null | undefined)?.listTools !== 'function')
    throw new TypeError(
      '`mcpTools` takes a connected client of `@modelcontextprotocol/sdk`: what it was given has no `listTools`.',
    );
  const tools: RunnableDefinedTool[] = [];
  const names = new Set<string>();
  for (const { name, description, inputSchema } of await allTools(client)) {
    try {
      const about = {
        name: freeName(name, names),
        ...(description !== undefined && { description }),
        ...(strict !== undefined && { strict }),
        input: inputOf(inputSchema),
        run: async (input: unknown, context?: { readonly signal?: AbortSignal | null | undefined }) =>
          contentOf(
            await client.callTool({ name, arguments: input as Record<string, unknown> }, undefined, {
              ...(context?.signal && { signal: context.signal }),
            }),
          ),
      };
      tools.push(define(about as never, lifterFor) as RunnableDefinedTool);
    } catch (error) {
      if (!onRefused) throw error;
      onRefused(name, error);
    }
  }
  return tools;
}

/** A tool that declares no argument takes none; as a schema it would take any object, which could only travel as text. */
function inputOf(schema: unknown): unknown {
  if (!isRecord(schema) || Object.keys(schema).some((keyword) => !BARE.has(keyword))) return schema;
  const { properties } = schema;
  const isEmpty = properties === undefined || (isRecord(properties) && Object.keys(properties).length === 0);
  return schema['type'] === 'object' && isEmpty ? { ...schema, additionalProperties: false } : schema;
}

const BARE = new Set(['$schema', 'type', 'properties', 'required', 'title', 'description']);

/** A server that never stops giving pages is given up. */
const MOST_PAGES = 1000;

async function allTools(client: McpClient): Promise<McpTool[]> {
  const tools: McpTool[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const listed = await client.listTools(cursor === undefined ? undefined : { cursor });
    if (!isRecord(listed) || !Array.isArray(listed.tools) || !listed.tools.every(isTool))
      throw new TypeError('The MCP server listed something that is no list of tools with names.');
    tools.push(...listed.tools);
    cursor = listed.nextCursor;
    if (cursor === undefined) return tools;
  }
  throw new Error(`The MCP server gave more than ${MOST_PAGES} pages of tools.`);
}

function isTool(tool: unknown): tool is McpTool {
  return isRecord(tool) && typeof tool['name'] === 'string';
}

/** A name that the API takes, and no other tool has. */
function freeName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[^a-zA-Z0-9_-]/g, '_').slice(0, 60) || 'tool';
  let free = plain;
  for (let count = 2; taken.has(free); count++) free = `${plain}_${count}`;
  taken.add(free);
  return free;
}

const IMAGES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp']);

/** What an MCP server answers as the content of a tool result. Throws, so that the model is told, where the server says it is an error. */
function contentOf(result: unknown): never {
  const { content, isError, structuredContent } = (isRecord(result) ? result : {}) as {
    content?: unknown;
    isError?: boolean;
    structuredContent?: unknown;
  };
  const blocks = (Array.isArray(content) ? content : []).map((block: Record<string, unknown>) => {
    if (block['type'] === 'text') return { type: 'text', text: String(block['text']) };
    if (block['type'] === 'image' && IMAGES.has(String(block['mimeType'])))
      return { type: 'image', source: { type: 'base64', media_type: block['mimeType'], data: block['data'] } };
    return { type: 'text', text: JSON.stringify(block) };
  });
  if (blocks.length === 0 && structuredContent !== undefined)
    blocks.push({ type: 'text', text: JSON.stringify(structuredContent) });
  if (isError)
    throw Object.assign(new Error('The MCP server says that the call failed.'), blocks.length > 0 && { content: blocks });
  return blocks as never;
}
