import type { TargetProfile } from './profile.js';
import { GUIDE, rule } from './rule.js';

const SINCE_4_7 = [
  'claude-opus-4-7',
  'claude-opus-4-8',
  'claude-opus-5',
  'claude-opus-5-5',
  'claude-sonnet-5',
  'claude-sonnet-5-5',
  'claude-haiku-5-5',
  'claude-fable-5',
  'claude-fable-5-1',
] as const;

/** What single models take of the Messages API. */
export const claudeModels: NonNullable<TargetProfile['models']> = Object.freeze({
  structuredOutputs: rule(
    'documented',
    [
      'claude-fable-5-1',
      'claude-mythos-5-1',
      'claude-fable-5',
      'claude-mythos-5',
      'claude-mythos-preview',
      'claude-opus-5-5',
      'claude-opus-5',
      'claude-opus-4-8',
      'claude-opus-4-7',
      'claude-opus-4-6',
      'claude-sonnet-5-5',
      'claude-sonnet-5',
      'claude-sonnet-4-6',
      'claude-sonnet-4-5',
      'claude-opus-4-5',
      'claude-haiku-5-5',
      'claude-haiku-4-5',
    ] as const,
    GUIDE,
  ),
  // Opus 4.1 was in the beta of 2025-11; the guide no longer lists it.
  withoutStructuredOutputs: rule(
    'assumed',
    [
      'claude-instant*',
      'claude-2*',
      'claude-3*',
      'claude-opus-4',
      'claude-opus-4-0',
      'claude-opus-4-1',
      'claude-sonnet-4',
      'claude-sonnet-4-0',
    ] as const,
    `older than the models of ${GUIDE}, which lists them all by name`,
  ),
  withoutForcedTools: rule(
    'documented',
    [
      'claude-fable-5',
      'claude-fable-5-1',
      'claude-mythos-5',
      'claude-mythos-5-1',
      'claude-mythos-preview',
      'claude-opus-5-5',
      'claude-sonnet-5-5',
    ] as const,
    'release notes: use `auto` and strict tools; error texts "tool_choice forces tool use is not compatible with this model"',
  ),
  withoutPrefill: rule(
    'documented',
    [
      'claude-opus-4-6',
      'claude-sonnet-4-6',
      ...SINCE_4_7,
      'claude-mythos-5',
      'claude-mythos-5-1',
      'claude-mythos-preview',
    ] as const,
    'docs: Claude 4.6 and later, Mythos Preview; error text "This model does not support assistant message prefill"',
  ),
  withoutManualThinking: rule('documented', SINCE_4_7, 'release notes: manual thinking and sampling ended with Claude 4.7'),
});
