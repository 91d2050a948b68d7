import type { Member } from './members.js';
import { pinsFor, type RequestPins } from './plan.js';

/** Which tools are strict, and which of those that should be are not, since the target takes no more. */
export interface Strictness {
  readonly strict: ReadonlySet<Member>;
  readonly demoted: readonly Member[];
  /** More must be strict than the target takes: those that are pinned, or not ours to change. */
  readonly beyond: readonly Member[];
}

/**
 * Pinned tools come first, then those that were strict before, then the others in their order: so a tool that is added at the end
 * changes nothing for those before it.
 */
export function strictnessOf(
  members: readonly Member[],
  most: number,
  pins: RequestPins | undefined,
  plan: RequestPins | undefined,
): Strictness {
  const pinOf = (member: Member) => {
    const tool = member.tool as string;
    return pinsFor(pins, { tool }).strict ?? member.begun?.source.document.root.notes?.pins?.strict;
  };
  const tools = members.filter(({ tool }) => tool !== undefined);
  const wanted = tools.filter((member) => (member.fixed ? member.strict : (pinOf(member) ?? member.strict)));
  const rank = (member: Member): number => {
    if (member.fixed || pinOf(member) === true) return 0;
    return pinsFor(plan, { tool: member.tool as string }).strict === true ? 1 : 2;
  };
  const ranked = [...wanted].sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  const certain = ranked.filter((member) => rank(member) === 0);
  const strict = new Set(ranked.slice(0, Math.max(most, certain.length)));
  for (const member of members) if (member.tool === undefined) strict.add(member);
  return {
    strict,
    demoted: wanted.filter((member) => !strict.has(member)),
    beyond: certain.length > most ? certain : [],
  };
}
