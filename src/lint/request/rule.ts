import type { RequestBody } from '../../client/message.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { TargetProfile } from '../../targets/profile.js';
import type { About, Hit, Subject } from '../rule.js';

/** A schema of a request. */
export interface RequestSchema {
  /** JSON Pointer into the request. */
  readonly path: string;
  /** Whether it is compiled to a grammar: the output's, and those of strict tools. */
  readonly isStrict: boolean;
  readonly subject: Subject;
}

/** A whole request, as rules see it. */
export interface RequestSubject {
  /** As it would be sent: plain JSON. Of an output and tools alone the rest is filled in. */
  readonly body: RequestBody;
  readonly target: TargetProfile;
  readonly schemas: readonly RequestSchema[];
  /** What in it JSON can't say. */
  readonly unsendable: readonly Hit[];
  /** What planning its schemas together gave up. */
  readonly planning: readonly Diagnostic[];
}

export interface RequestRule extends About {
  check(request: RequestSubject): Iterable<Hit>;
}
