import { namesModel } from '../targets/model-name.js';
import type { TargetProfile } from '../targets/profile.js';

/** A model of the emulator's. What is left out is as the target's profile says, or else as with the newest models. */
export interface EmulatedModel {
  readonly id: string;
  /** Whether `output_config.format` and strict tools are taken. */
  readonly structuredOutputs?: boolean;
  /** Whether `tool_choice` may be `any` or `tool`. */
  readonly forcedToolChoice?: boolean;
  /** Whether the conversation may end with the assistant. */
  readonly prefill?: boolean;
  /** Whether `thinking: { type: 'enabled' }` and sampling parameters other than the usual are taken. Default false. */
  readonly manualThinking?: boolean;
  /** Default 128,000. */
  readonly maxTokens?: number;
}

export type Model = Required<EmulatedModel>;

/** Documented: manual thinking and sampling ended with 4.7 (release notes). Which models there are: the type `Model` of the SDK, and two older ones. */
const BUILT_IN: readonly EmulatedModel[] = [
  ...[
    'claude-fable-5-2',
    'claude-mythos-5-2',
    'claude-haiku-5-5',
    'claude-sonnet-5-5',
    'claude-opus-5-5',
    'claude-fable-5-1',
    'claude-mythos-5-1',
    'claude-sonnet-5',
    'claude-fable-5',
    'claude-mythos-5',
    'claude-opus-5',
    'claude-opus-4-8',
    'claude-opus-4-7',
  ].map((id) => ({ id })),
  ...[
    'claude-mythos-preview',
    'claude-opus-4-6',
    'claude-sonnet-4-6',
    'claude-haiku-4-5-20251001',
    'claude-opus-4-5-20251101',
    'claude-sonnet-4-5-20250929',
    'claude-opus-4-1-20250805',
    'claude-sonnet-4-20250514',
  ].map((id) => ({ id, manualThinking: true, maxTokens: id.includes('opus-4-1') ? 32_000 : 64_000 })),
];

/** The models by id; those of the options stand before ours, and in place of those with the same id. */
export function modelsById(own: readonly EmulatedModel[], { models }: TargetProfile): ReadonlyMap<string, Model> {
  const all = [...own, ...BUILT_IN.filter(({ id }) => !own.some((each) => each.id === id))];
  return new Map(
    all.map((model) => [
      model.id,
      {
        structuredOutputs: !(models && namesModel(models.withoutStructuredOutputs.value, model.id)),
        forcedToolChoice: !(models && namesModel(models.withoutForcedTools.value, model.id)),
        prefill: !(models && namesModel(models.withoutPrefill.value, model.id)),
        manualThinking: false,
        maxTokens: 128_000,
        ...model,
      },
    ]),
  );
}

/** A model by its id, or by its id without the date. */
export function modelNamed(models: ReadonlyMap<string, Model>, id: string): Model | undefined {
  return models.get(id) ?? [...models.values()].find((model) => model.id.replace(/-\d{8}$/, '') === id);
}

const can = (supported: boolean) => ({ supported });

/** A model as `GET /v1/models` tells it. */
export function modelInfo(model: Model): { readonly id: string } {
  const info = {
    type: 'model',
    id: model.id,
    display_name: displayName(model.id),
    created_at: '2026-01-01T00:00:00Z',
    deprecated_at: null,
    retires_at: null,
    lifecycle: 'active',
    line: /-(haiku|sonnet|opus|fable|mythos)/.exec(model.id)?.[1] ?? null,
    max_input_tokens: 200_000,
    max_tokens: model.maxTokens,
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
      structured_outputs: can(model.structuredOutputs),
      thinking: {
        supported: true,
        types: { adaptive: can(true), between_tools: can(true), disabled: can(true), enabled: can(model.manualThinking) },
      },
    },
  };
  return info;
}

function displayName(id: string): string {
  const [maker = '', ...rest] = id.replace(/-\d{8}$/, '').split('-');
  const name = rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');
  return `${maker.charAt(0).toUpperCase()}${maker.slice(1)} ${name}`.replace(/(\d) (?=\d)/g, '$1.').trim();
}
