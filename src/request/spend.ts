import type { JsonSchema, Spend } from '../compiled.js';
import { type Estimate, estimateOf } from '../plan/estimate.js';
import { spendOf } from '../plan/spend.js';
import type { TargetProfile } from '../targets/profile.js';
import type { Fitted } from './fit.js';

/** What one member spends. */
export interface MemberSpend extends Spend, Estimate {
  /** Name of the tool; absent for the output. */
  readonly tool?: string;
  /** Whether it is compiled to a grammar; what is not spends nothing of the budgets. */
  readonly strict: boolean;
  /** What it would spend if nothing were re-encoded. */
  readonly asked: { readonly optional: number; readonly union: number };
}

/** What a request spends: the sums over the output and all strict tools. */
export interface RequestSpend extends Spend, Estimate {
  readonly asked: { readonly optional: number; readonly union: number; readonly strictTools: number };
  /** What the target takes of it. */
  readonly limits: { readonly optional: number; readonly union: number; readonly strictTools: number };
  readonly members: readonly MemberSpend[];
}

export function wireOf({ lifter, member }: Fitted): JsonSchema {
  return (lifter?.wire ?? member.wire) as JsonSchema;
}

export function requestSpendOf(fitted: readonly Fitted[], wanted: number, { limits }: TargetProfile): RequestSpend {
  const members = fitted.map((each): MemberSpend => {
    const { member, strict, asked } = each;
    const wire = wireOf(each);
    const { strictTools: _, ...spend } = spendOf(wire, 'output');
    return {
      ...(member.tool !== undefined && { tool: member.tool }),
      strict,
      strictTools: strict && member.tool !== undefined ? 1 : 0,
      ...spend,
      ...estimateOf(wire),
      asked: { optional: asked.optional, union: asked.union },
    };
  });
  const strict = members.filter((member) => member.strict);
  const sum = (of: (member: MemberSpend) => number) => strict.reduce((total, member) => total + of(member), 0);
  return {
    optional: sum(({ optional }) => optional),
    union: sum(({ union }) => union),
    strictTools: sum(({ strictTools }) => strictTools),
    properties: sum(({ properties }) => properties),
    enumValues: sum(({ enumValues }) => enumValues),
    bytes: sum(({ bytes }) => bytes),
    states: sum(({ states }) => states),
    descriptionTokens: sum(({ descriptionTokens }) => descriptionTokens),
    depth: Math.max(0, ...strict.map(({ depth }) => depth)),
    asked: { optional: sum(({ asked }) => asked.optional), union: sum(({ asked }) => asked.union), strictTools: wanted },
    limits: { optional: limits.optional.value, union: limits.union.value, strictTools: limits.strictTools.value },
    members,
  };
}
