import type { Page } from './page.js';
import type { Report } from './report.js';

/** The report for people. */
export function pretty(report: Report, page: Page): string {
  const text = report.pretty(page).trimEnd();
  return text === '' ? '' : `${text}\n`;
}
