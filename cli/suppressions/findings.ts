import { listed } from '../arguments.js';
import { didYouMean } from '../nearest.js';
import type { Finding } from '../report/report.js';
import type { Suppressed } from './index.js';
import type { Suppression } from './suppression.js';

/** What is known of rules: which there are, and which are heard. */
export interface Known {
  readonly rules: readonly string[];
  isOff(rule: string, file: string): boolean;
  /** Whether all was looked at that a suppression in this file could be about. */
  isWhole(file: string): boolean;
}

const RULE = 'suppression';

/** Suppressions that nobody can account for. */
export function suppressionFindings(
  { all, unused }: Suppressed,
  severity: Finding['severity'],
  known: Known,
): readonly Finding[] {
  return all.flatMap((suppression) => {
    const unknown = suppression.rules.filter((rule) => !known.rules.includes(rule));
    const idle = unused
      .filter((each) => each.suppression === suppression && !unknown.includes(each.rule))
      .map(({ rule }) => rule);
    return [
      ...(suppression.rules.length === 0
        ? [
            finding(
              suppression,
              severity,
              'The suppression names no rule, so it passes over nothing.',
              'Write bascule-ignore <rule>: <reason>.',
            ),
          ]
        : []),
      ...unknown.map((rule) =>
        finding(
          suppression,
          severity,
          `There is no rule "${rule}", so nothing is passed over for it.`,
          didYouMean(rule, known.rules, 'Remove it.'),
        ),
      ),
      ...(suppression.reason === ''
        ? [
            finding(
              suppression,
              severity,
              'The suppression gives no reason, so nobody will know when it may go.',
              'Write the reason after a colon.',
            ),
          ]
        : []),
      ...(known.isWhole(suppression.file) ? idle.filter((rule) => !known.isOff(rule, suppression.file)) : []).map((rule) =>
        finding(
          suppression,
          severity,
          `The rule ${rule} finds nothing here any more.`,
          `Remove ${idle.length === suppression.rules.length ? 'the suppression' : listed([rule])}.`,
        ),
      ),
    ];
  });
}

/** Suppressions of which every rule is known, heard, and finds nothing any more. */
export function idle({ all, unused }: Suppressed, known: Known): readonly Suppression[] {
  return all.filter(
    (suppression) =>
      known.isWhole(suppression.file) &&
      suppression.rules.length > 0 &&
      suppression.rules.every((rule) => known.rules.includes(rule) && !known.isOff(rule, suppression.file)) &&
      unused.filter((each) => each.suppression === suppression).length === suppression.rules.length,
  );
}

function finding({ file, line, column }: Suppression, severity: Finding['severity'], message: string, help: string): Finding {
  return { file, line, column, severity, rule: RULE, code: RULE, address: '', path: '', message, help };
}
