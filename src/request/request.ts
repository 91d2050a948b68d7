import type { Lifter } from '../client/lifter.js';
import type { GivenTool } from '../client/tool-reader.js';
import type { CompileOptions } from '../compiled.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SchemaError } from '../diagnostics/schema-error.js';
import { fingerprintOf, fingerprintOfAll } from '../emit/fingerprint.js';
import type { Encoding } from '../ir/encoding.js';
import { target as targetNamed } from '../targets/index.js';
import type { TargetProfile } from '../targets/profile.js';
import { findingsOf, placeOf, requestFindings, strayPaths, strayPins } from './findings.js';
import { type Fitted, fitMembers } from './fit.js';
import { type Member, outputMember, toolMember } from './members.js';
import { encodingsAt, pinsFor, type RequestPins, type RequestPlan } from './plan.js';
import { relowered } from './relower.js';
import { type RequestSpend, requestSpendOf, wireOf } from './spend.js';
import { strictnessOf } from './strictness.js';

/** Slots that are left free below the limits of the target. */
export interface Margin {
  readonly optional?: number;
  readonly union?: number;
  readonly strictTools?: number;
}

/** How a request is planned. */
export interface PlanOptions extends Omit<CompileOptions, 'mode' | 'encode'> {
  /**
   * Slots that are left free: of optionals, or by kind. By default the plan aims at as many optionals as the target advises (10 for
   * Claude, observed), since compilation is known to fail well below the documented limit of 24; unions and strict tools are used up.
   */
  readonly margin?: number | Margin;
  /** What must be as it is said here, whatever it costs. */
  readonly pins?: RequestPins;
  /** What an earlier request decided: followed wherever the limits allow. */
  readonly plan?: RequestPins;
}

/** A request that is planned. */
export interface Planned {
  readonly target: TargetProfile;
  readonly output: Lifter | undefined;
  /** In the order given, those that are sent as they are among them. */
  readonly tools: readonly GivenTool[];
  readonly fitted: readonly Fitted[];
  readonly demoted: readonly string[];
  readonly spend: RequestSpend;
  readonly plan: RequestPlan;
  /** Errors among them: the request can't work. */
  readonly diagnostics: () => readonly Diagnostic[];
  readonly fingerprint: () => string;
}

/** Plans the output and the tools together. Throws `SchemaError` where a schema can't be compiled; that it does not fit is a finding. */
export function planRequest(output: unknown, tools: readonly GivenTool[], options: PlanOptions): Planned {
  const { margin, pins, plan, ...own } = options;
  const members = membersOf(output, tools, own);
  const target = targetOf(members, options);
  const { optional, union, strictTools } = target.limits;
  const free = marginOf(margin, target);
  const most = Math.max(0, strictTools.value - free.strictTools);
  const strictness = strictnessOf(members, most, pins, plan);
  const fitted = fitMembers(
    members.map((member) => ({ member, strict: strictness.strict.has(member) })),
    {
      slots: { optional: Math.max(0, optional.value - free.optional), union: Math.max(0, union.value - free.union) },
      limits: { optional: optional.value, union: union.value },
      pins,
      plan,
    },
  );
  const byIndex = new Map(fitted.map((each) => [each.member.index, each]));
  const spend = requestSpendOf(
    fitted,
    strictness.strict.size + strictness.demoted.length - (output === undefined ? 0 : 1),
    target,
  );
  return {
    target,
    output: byIndex.get(-1)?.lifter,
    tools: tools.map((tool, index) => toolAs(tool, byIndex.get(index))),
    fitted,
    demoted: strictness.demoted.map(({ tool }) => tool as string),
    spend,
    plan: planOf(fitted, pins, target),
    diagnostics: () => [
      ...findingsOf(fitted),
      ...strayPins(members, pins),
      ...fitted.flatMap((each) => strayPaths(each, pins, pinsFor(pins, named(each.member)).encode)),
      ...requestFindings(fitted, strictness, spend, target),
    ],
    fingerprint: () => fingerprintOfAll(fitted.filter(({ strict }) => strict).map((each) => fingerprintOf(wireOf(each)))),
  };
}

function membersOf(
  output: unknown,
  tools: readonly GivenTool[],
  options: Omit<CompileOptions, 'mode' | 'encode'>,
): readonly Member[] {
  const members: Member[] = [];
  const found: Diagnostic[] = [];
  const add = (place: string, make: () => Member | undefined) => {
    try {
      const member = make();
      if (member) members.push(member);
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      found.push(...error.diagnostics.map((finding) => ({ ...finding, path: `${place}${finding.path}` })));
    }
  };
  if (output !== undefined) add('/output', () => outputMember(output, options));
  for (const [index, tool] of tools.entries()) add(placeOf({ tool: String(tool.name) }), () => toolMember(tool, index, options));
  if (found.length > 0) throw new SchemaError(found);
  return members;
}

/** The target that is named, else that of the schemas which are compiled already. */
function targetOf(members: readonly Member[], options: PlanOptions): TargetProfile {
  const given = options.target ?? members.find(({ begun }) => begun)?.begun?.context.target ?? 'claude';
  const found = targetNamed(given);
  if (found.error) throw new SchemaError([found.error]);
  return found.profile;
}

function marginOf(margin: PlanOptions['margin'], { limits }: TargetProfile): Required<Margin> {
  const given = typeof margin === 'number' ? { optional: margin } : (margin ?? {});
  const found = {
    optional: Math.max(0, limits.optional.value - limits.advisedOptional.value),
    union: 0,
    strictTools: 0,
    ...given,
  };
  for (const [kind, value] of Object.entries(found))
    if (!Number.isSafeInteger(value) || value < 0)
      throw new SchemaError([
        {
          code: 'bad-option',
          severity: 'error',
          path: typeof margin === 'number' ? '/margin' : `/margin/${kind}`,
          message: `The margin is ${String(value)}: it says how many slots are left free.`,
          help: 'Give a whole number from 0 on, or `{ optional, union, strictTools }`.',
        },
      ]);
  return found;
}

function named({ tool }: Member): { readonly tool?: string } {
  return tool === undefined ? {} : { tool };
}

function toolAs(tool: GivenTool, fitted: Fitted | undefined): GivenTool {
  if (!fitted?.lifter || fitted.member.fixed) return tool;
  const { lifter, strict, member } = fitted;
  const isSame = (tool as { input_schema?: unknown }).input_schema === lifter.wire && strict === member.strict;
  return isSame ? tool : relowered(tool, lifter, strict);
}

function planOf(fitted: readonly Fitted[], pins: RequestPins | undefined, target: TargetProfile): RequestPlan {
  const encodeOf = ({ member, decided }: Fitted) => {
    const own = pinsFor(pins, named(member));
    return Object.fromEntries(
      decided.map(([{ path }, { encodings }]) => {
        const tagged = encodingsAt(own, path)?.includes('tagged');
        const chosen = encodings.map((encoding): Encoding => (tagged && encoding === 'bare' ? 'tagged' : encoding));
        return [path, chosen.length === 1 ? (chosen[0] as Encoding) : chosen];
      }),
    );
  };
  const output = fitted.find(({ member }) => member.tool === undefined);
  const tools = fitted.filter(({ member }) => member.tool !== undefined);
  return {
    version: 1,
    target: target.name,
    ...(output && { output: { encode: encodeOf(output) } }),
    tools: Object.fromEntries(tools.map((each) => [each.member.tool as string, { strict: each.strict, encode: encodeOf(each) }])),
  };
}
