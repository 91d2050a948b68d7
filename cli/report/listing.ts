import { findingsText } from './findings.js';
import type { Page } from './page.js';
import type { Finding, Report } from './report.js';

/** A report that is for people, too, mainly a list of findings. */
export interface Listing extends Omit<Report, 'pretty'> {
  /** What stands before the findings. */
  lead?(page: Page): string;
  /** What stands after the findings that were listed. */
  summary(findings: readonly Finding[], page: Page): string;
}

export function listing(of: Listing): Report {
  return { ...of, pretty: (page) => listingText(of, of.findings, page) };
}

/** The listing with those of its findings that are to be told. */
export function listingText(of: Listing, findings: readonly Finding[], page: Page): string {
  return [of.lead?.(page) ?? '', findingsText(findings, page), of.summary(findings, page)]
    .filter((part) => part !== '')
    .join('\n\n');
}
