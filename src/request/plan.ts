import type { CompileOptions } from '../compiled.js';

/** Encodings by path of the source (JSON Pointer), as the option `encode` of `compile` takes them. */
export type Encodings = NonNullable<CompileOptions['encode']>;

/** What is wanted of one member of a request. */
export interface MemberPins {
  readonly encode?: Encodings;
}

/** What is wanted of a tool. */
export interface ToolPins extends MemberPins {
  /** Whether the tool is strict. */
  readonly strict?: boolean;
}

/** What a request must do, whatever it costs. What is not named is chosen. */
export interface RequestPins {
  readonly output?: MemberPins;
  readonly tools?: { readonly [name: string]: ToolPins };
}

/**
 * What was chosen for a request: plain data, to be printed, compared and kept in a file. Handed back as `plan` it is followed
 * wherever the limits allow, so that a change of one schema leaves the encodings of all others as they were.
 */
export interface RequestPlan extends RequestPins {
  readonly version: 1;
  /** Name of the target. */
  readonly target: string;
  readonly output?: Required<MemberPins>;
  readonly tools: { readonly [name: string]: Required<ToolPins> };
}

/** What is said of one member, looked up safely. */
export function pinsFor(pins: RequestPins | undefined, member: { readonly tool?: string }): ToolPins {
  if (member.tool === undefined) return pins?.output ?? {};
  const tools = pins?.tools ?? {};
  return Object.hasOwn(tools, member.tool) ? (tools[member.tool] ?? {}) : {};
}

/** The encodings at a path, if any. */
export function encodingsAt({ encode = {} }: MemberPins, path: string) {
  return Object.hasOwn(encode, path) ? [encode[path] ?? []].flat() : undefined;
}
