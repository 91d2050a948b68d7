/** What the emulator knows of a model. */
export interface EmulatedModel {
  readonly id: string;
  /** Whether `output_config.format` and strict tools are taken. Default true. */
  readonly structuredOutputs?: boolean;
  /** Whether `tool_choice` may be `any` or `tool`. Default true. */
  readonly forcedToolChoice?: boolean;
  /** Whether the conversation may end with the assistant. Default false. */
  readonly prefill?: boolean;
  /** Whether `thinking: { type: 'enabled' }` and sampling parameters are taken. Default true. */
  readonly manualThinking?: boolean;
  /** Default 64,000. */
  readonly maxTokens?: number;
}

const BEFORE_FORMATS = { structuredOutputs: false, prefill: true } as const;
const NEWEST = { forcedToolChoice: false, manualThinking: false } as const;
const NEW = { manualThinking: false } as const;

/**
 * Documented: the list of models with structured outputs (docs build-with-claude/structured-outputs, 2026-10-08), which of them refuse a forced
 * `tool_choice` (release notes), prefill (gone since 4.6), manual thinking (gone since 4.7). Assumed: that the rest is as with its neighbours.
 */
export const MODELS: readonly EmulatedModel[] = [
  { id: 'claude-fable-5-2', ...NEWEST },
  { id: 'claude-mythos-5-2', ...NEWEST },
  { id: 'claude-haiku-5-5', ...NEW },
  { id: 'claude-sonnet-5-5', ...NEWEST },
  { id: 'claude-opus-5-5', ...NEWEST },
  { id: 'claude-fable-5-1', ...NEWEST },
  { id: 'claude-mythos-5-1', ...NEWEST },
  { id: 'claude-sonnet-5', ...NEW },
  { id: 'claude-fable-5', ...NEWEST },
  { id: 'claude-mythos-5', ...NEWEST },
  { id: 'claude-opus-5', ...NEW },
  { id: 'claude-mythos-preview', forcedToolChoice: false },
  { id: 'claude-opus-4-8', ...NEW },
  { id: 'claude-opus-4-7', ...NEW },
  { id: 'claude-opus-4-6' },
  { id: 'claude-sonnet-4-6' },
  { id: 'claude-opus-4-5', prefill: true },
  { id: 'claude-opus-4-5-20251101', prefill: true },
  { id: 'claude-haiku-4-5', prefill: true },
  { id: 'claude-haiku-4-5-20251001', prefill: true },
  { id: 'claude-sonnet-4-5', prefill: true },
  { id: 'claude-sonnet-4-5-20250929', prefill: true },
  { id: 'claude-opus-4-1-20250805', ...BEFORE_FORMATS, maxTokens: 32_000 },
  { id: 'claude-sonnet-4-20250514', ...BEFORE_FORMATS },
];

/** The models by id; those of the options replace ours. */
export function modelsById(own: readonly EmulatedModel[]): ReadonlyMap<string, EmulatedModel> {
  return new Map([...own, ...MODELS.filter(({ id }) => !own.some((each) => each.id === id))].map((model) => [model.id, model]));
}

const can = (supported: boolean) => ({ supported });

/** A model as `GET /v1/models` tells it. */
export function modelInfo(model: EmulatedModel): object {
  const manual = model.manualThinking ?? true;
  return {
    type: 'model',
    id: model.id,
    display_name: displayName(model.id),
    created_at: '2026-01-01T00:00:00Z',
    deprecated_at: null,
    retires_at: null,
    lifecycle: 'active',
    line: /-(haiku|sonnet|opus|fable|mythos)/.exec(model.id)?.[1] ?? null,
    max_input_tokens: 200_000,
    max_tokens: model.maxTokens ?? 64_000,
    capabilities: {
      batch: can(true),
      citations: can(true),
      code_execution: can(true),
      context_management: {
        supported: false,
        clear_thinking_20251015: null,
        clear_tool_uses_20250919: null,
        compact_20260112: null,
      },
      effort: {
        supported: true,
        low: can(true),
        medium: can(true),
        high: can(true),
        xhigh: can(true),
        max: can(true),
      },
      image_input: can(true),
      pdf_input: can(true),
      server_tools: { supported: true, code_execution: can(true), web_search: can(true) },
      structured_outputs: can(model.structuredOutputs ?? true),
      thinking: {
        supported: true,
        types: { adaptive: can(true), between_tools: can(true), disabled: can(true), enabled: can(manual) },
      },
    },
  };
}

function displayName(id: string): string {
  const [maker = '', ...rest] = id.replace(/-\d{8}$/, '').split('-');
  const name = rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
  return `${maker.charAt(0).toUpperCase()}${maker.slice(1)} ${name}`.replace(/(\d) (?=\d)/g, '$1.').trim();
}
