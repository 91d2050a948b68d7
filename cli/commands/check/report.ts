import { EXIT, gravest } from '../../exit.js';
import type { Failure } from '../../failure.js';
import { failureFinding } from '../../report/failures.js';
import { findingsText } from '../../report/findings.js';
import { type Listing, listingText } from '../../report/listing.js';
import type { Finding, Report } from '../../report/report.js';
import { wrap } from '../../report/text.js';

/** The parts' reports as one: each finding once, and the gravest exit code. */
export function checkReport(parts: readonly Listing[], failures: readonly Failure[], cwd: string): Report {
  const unloaded = failures.map((failure) => failureFinding(failure, cwd));
  const told = new Set(unloaded.map(key));
  const sections = parts.map((part) => {
    const findings = part.findings.filter((finding) => !told.has(key(finding)));
    for (const finding of findings) told.add(key(finding));
    return { ...part, findings: findings.map((finding) => ({ ...finding, command: part.command })) };
  });
  const exit = gravest(failures.length > 0 ? EXIT.FAILURE : EXIT.CLEAN, ...parts.map((part) => part.exit));
  const load = unloaded.length === 0 ? [] : [{ command: 'check', exit: EXIT.FAILURE, findings: unloaded }];
  const all = [...load, ...sections];
  return {
    command: 'check',
    exit,
    findings: all.flatMap(({ findings }) => findings),
    data: {
      ...Object.assign({}, ...parts.map(({ data }) => data)),
      parts: parts.map(({ command, exit }) => ({ command, exit })),
    },
    parts: all,
    pretty(page) {
      const texts = sections.map(
        (section) => `${page.style('bold', section.command)}\n\n${listingText(section, section.findings, page)}`,
      );
      return [findingsText(unloaded, page), ...texts, wrap(verdict(all), page.width).join('\n')]
        .filter((text) => text !== '')
        .join('\n\n');
    },
  };
}

/** What is said of a place is the same finding, whichever part says it. */
function key({ address, path, message }: Finding): string {
  return [address, path, message].join('\n');
}

function verdict(parts: readonly Pick<Report, 'command' | 'exit'>[]): string {
  const failed = parts.filter(({ exit }) => exit !== EXIT.CLEAN).map(({ command }) => (command === 'check' ? 'load' : command));
  const names = parts.map(({ command }) => command).join(', ');
  return failed.length === 0 ? `Checked: ${names}. All is well.` : `Not well: ${failed.join(', ')}.`;
}
