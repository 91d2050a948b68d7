import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { TargetProfile } from '../../targets/profile.js';
import type { RequestBody } from '../message.js';

/** A request as it would be sent. */
export interface Asked {
  /** `output_config.format` already lowered, tools without functions. */
  readonly body: RequestBody;
  readonly target: TargetProfile;
}

/** What is wrong, where in the request, and what to do. */
export interface Finding {
  /** JSON Pointer into the request. */
  readonly path: string;
  readonly message: string;
  readonly help: string;
}

/** One reason why a request can't work. A rule sees plain JSON only, of any form. */
export interface Rule {
  readonly code: string;
  check(asked: Asked): Iterable<Diagnostic>;
}

/** A rule whose findings all refuse the request. */
export function rule(code: string, check: (asked: Asked) => Iterable<Finding>): Rule {
  return Object.freeze({
    code,
    *check(asked: Asked): Iterable<Diagnostic> {
      for (const { path, message, help } of check(asked)) yield { code, severity: 'error', path, message, help };
    },
  });
}
