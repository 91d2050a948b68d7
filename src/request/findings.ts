import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { pointer } from '../ir/pointer.js';
import type { TargetProfile } from '../targets/profile.js';
import type { Fitted } from './fit.js';
import type { Member } from './members.js';
import type { RequestPins } from './plan.js';
import type { RequestSpend } from './spend.js';
import type { Strictness } from './strictness.js';

/** Where a member is in the request, for the paths of its findings. */
export function placeOf({ tool }: Pick<Member, 'tool'>): string {
  return tool === undefined ? '/output' : pointer('/tools', tool);
}

export function titleOf({ tool }: { readonly tool?: string | undefined }): string {
  return tool === undefined ? 'the output' : `the tool ${JSON.stringify(tool)}`;
}

/** What was found in each schema, with the place of the member before its path. */
export function findingsOf(fitted: readonly Fitted[]): readonly Diagnostic[] {
  return fitted.flatMap(({ member, lifter, found }) => {
    const own = (lifter as { readonly diagnostics?: readonly Diagnostic[] } | undefined)?.diagnostics ?? [];
    const known = new Set(own.map(({ code, path }) => `${code} ${path}`));
    return [...own, ...found.filter(({ code, path }) => !known.has(`${code} ${path}`))].map((finding) => ({
      ...finding,
      path: `${placeOf(member)}${finding.path}`,
    }));
  });
}

/** Why the request can't work, what it gave up to work, and where it is near the edge. */
export function requestFindings(
  fitted: readonly Fitted[],
  { demoted, beyond }: Strictness,
  spend: RequestSpend,
  target: TargetProfile,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const most = target.limits.strictTools.value;
  if (beyond.length > 0)
    found.push({
      code: 'request-too-large',
      severity: 'error',
      path: '/tools',
      message: `${beyond.length} tools must be strict, and ${target.name} takes at most ${most}: ${beyond.map(({ tool }) => JSON.stringify(tool)).join(', ')}.`,
      help: 'Take `strict: true` from the pins of those where a wrong input costs least; their input is still checked when it comes in.',
    });
  for (const kind of ['optional', 'union'] as const)
    if (spend[kind] > spend.limits[kind]) found.push(tooLarge(kind, fitted, spend, target));
  for (const { tool } of demoted)
    found.push({
      code: 'not-strict',
      severity: 'warning',
      path: placeOf({ tool }),
      message: `${target.name} takes at most ${most} strict tools, so ${titleOf({ tool })} is sent without \`strict\`: its input is lowered, lifted and checked, but the model is not held to it.`,
      help: 'Send fewer tools, or pin those that matter: `pins: { tools: { [name]: { strict: true } } }`.',
    });
  const advised = target.limits.advisedProperties;
  if (advised && spend.properties > advised.value)
    found.push({
      code: 'large-grammar',
      severity: 'warning',
      path: '',
      message: `The schemas that are compiled hold ${spend.properties} properties together; from about ${advised.value} on, compilation was seen to fail (${advised.evidence}: ${advised.source}).`,
      help: 'If the API answers that the grammar is too large, set `strict: false` on the tools that spend most, or split the request.',
    });
  return found;
}

const KIND = { optional: 'optional properties', union: 'unions (nullable properties among them)' } as const;
const MOST_NAMED = 5;

function tooLarge(kind: 'optional' | 'union', fitted: readonly Fitted[], spend: RequestSpend, target: TargetProfile): Diagnostic {
  const members = spend.members
    .filter((member) => member.strict && member[kind] > 0)
    .sort((a, b) => b[kind] - a[kind])
    .map((member) => `${titleOf(member)} ${member[kind]}`);
  const places = fitted
    .filter(({ strict }) => strict)
    .flatMap(({ member, decided }) =>
      decided
        .filter(([, form]) => form.cost[kind] > 0)
        .map(([{ path }, form]) => ({ at: `${placeOf(member)}${path}`, cost: form.cost[kind] })),
    )
    .sort((a, b) => b.cost - a.cost)
    .slice(0, MOST_NAMED)
    .map(({ at, cost }) => `${at} (${cost})`);
  const over = spend[kind] - spend.limits[kind];
  return {
    code: 'request-too-large',
    severity: 'error',
    path: '',
    message: `The request holds ${spend[kind]} ${KIND[kind]}, ${over} more than the ${spend.limits[kind]} that ${target.name} takes over the output and all strict tools: ${members.join(', ')}.${places.length > 0 ? ` What costs most: ${places.join(', ')}.` : ''}`,
    help: 'What is left is pinned, or sent as it was given. Take the pins away, give tools as `defineTool` so that they can be re-encoded, or set `strict: false` on the tool that spends most.',
  };
}

/** Pins that name nothing in the request. */
export function strayPins(members: readonly Member[], pins: RequestPins | undefined): readonly Diagnostic[] {
  const names = new Set(members.map(({ tool }) => tool));
  const stray = Object.keys(pins?.tools ?? {}).filter((name) => !names.has(name));
  const found = stray.map(
    (name): Diagnostic => ({
      code: 'unknown-pin',
      severity: 'warning',
      path: pointer('/tools', name),
      message: `There are pins for the tool ${JSON.stringify(name)}, but the request has no such tool with a schema of yours, so nothing is pinned.`,
      help: 'Use the name of a tool of the request, or take the pins away.',
    }),
  );
  if (pins?.output && !names.has(undefined))
    found.push({
      code: 'unknown-pin',
      severity: 'warning',
      path: '/output',
      message: 'There are pins for the output, but the request has none, so nothing is pinned.',
      help: 'Give an `output`, or take the pins away.',
    });
  return found;
}

/** Pins whose path is no place of the member's plan. */
export function strayPaths(
  { member, decided }: Fitted,
  pins: RequestPins | undefined,
  encode: object | undefined,
): readonly Diagnostic[] {
  if (pins === undefined || encode === undefined) return [];
  const paths = new Set(decided.map(([{ path }]) => path));
  return Object.keys(encode)
    .filter((path) => !paths.has(path))
    .map((path) => ({
      code: 'unknown-pin',
      severity: 'warning',
      path: `${placeOf(member)}${path}`,
      message: `An encoding is pinned here, but ${titleOf(member)} has no optional property and no union at this path, so nothing is pinned.`,
      help: 'Use the JSON Pointer of the property or union, as the ledger prints it.',
    }));
}
