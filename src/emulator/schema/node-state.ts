import type { TargetProfile } from '../../targets/profile.js';

export type Schema = Readonly<Record<string, unknown>>;

export interface NodeState {
  readonly profile: TargetProfile;
  readonly definitions: ReadonlyMap<string, unknown>;
}
