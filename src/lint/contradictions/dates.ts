import { matcher } from '../../ir/matcher.js';
import { backtracksBadly } from '../../targets/patterns/index.js';
import type { Contradiction, Described } from './described.js';

/** A form of dates or times as people write it: `YYYY-MM-DD`, `DD.MM.YYYY`, `YYYY-MM-DDTHH:mm:ssZ`, `HH:MM`. */
const FORM =
  /(?<=^|[\s"'`(])(?:YYYY|DD|MM|HH)(?:[-./: ]?(?:YYYY|MM|DD|HH|SS|T(?=HH))|\.s+|\.S+|Z\b|[+±-]HH:?MM)+(?=$|[\s"'`),;!?]|\.(?:\W|$))/gi;
const ISO = /\bISO[ -]?8601\b|\bISO (?:date|format)\b/i;
const ISO_DATE = /\bISO[ -]?8601 (?:date|timestamp|string)|\bISO date/i;
const EPOCH = /\b(?:unix|epoch) ?(?:time(?:stamp)?|seconds|milliseconds)?\b|\b(?:milli)?seconds since\b/i;
/** What makes a number of a date, or says that the words are of something else. */
const COUNTED =
  /\b(?:timestamp|unix|epoch|duration|number|count|since|weeks?|days?|months?|years?|hours?|minutes?|(?:milli)?seconds?|ms)\b/i;
/** What makes the date a part of the text. */
const PARTLY =
  /\b(?:follow\w*|prefix\w*|suffix\w*|(?:starts?|ends?) with|contain\w*|includ\w*|then|plus|template|range|name\w*)\b/i;

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/,
  time: /^\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/,
};

/** "YYYY-MM-DD" of a `date-time`, "ISO date" of a number, "Unix timestamp" of a `date`. */
export const dates: Contradiction = (described) => {
  const { text, shape, facets } = described;
  const forms = [...text.matchAll(FORM)].map(([form]) => form);
  if (shape.kind === 'number') {
    const said = forms.find((form) => /[-./:]/.test(form)) ?? ISO_DATE.exec(text)?.[0];
    return said === undefined || COUNTED.test(text) ? undefined : `${JSON.stringify(said)}, and the schema has a number`;
  }
  if (shape.kind !== 'string') return undefined;
  const format = facets.find(
    ({ keyword, value }) => keyword === 'format' && typeof value === 'string' && Object.hasOwn(FORMATS, value),
  );
  const epoch = EPOCH.exec(text)?.[0];
  if (epoch !== undefined && format && forms.length === 0 && !ISO.test(text) && !/\bor\b/.test(text))
    return `${JSON.stringify(epoch)}, and the schema has the format ${format.value}`;
  const [form, another] = forms;
  // Of several forms one may be taken, or they may be the ends of a range.
  if (form === undefined || another !== undefined || PARTLY.test(text) || isTaken(form, described, format?.value))
    return undefined;
  return `${JSON.stringify(form)}, which the ${format ? `format ${format.value}` : 'pattern'} of the schema does not take`;
};

/** Whether the schema takes some date that is written so, as far as its format and patterns say. */
function isTaken(form: string, { facets }: Described, format: unknown): boolean {
  const samples = ['2024-03-09T08:07:06', '1999-12-31T23:59:58'].map((date) => written(form, date));
  const expression = typeof format === 'string' ? FORMATS[format] : undefined;
  if (expression && !samples.some((sample) => expression.test(sample))) return false;
  return facets.every(({ keyword, value, flags }) => {
    if (keyword !== 'pattern' || typeof value !== 'string' || !/^u?$/.test(flags ?? '') || backtracksBadly(value, flags))
      return true;
    return samples.some((sample) => matcher(value)(sample));
  });
}

function written(form: string, date: string): string {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = date.split(/[-T:]/);
  return form
    .replace(/YYYY/i, year)
    .replace(/DD/i, day)
    .replace(/[+±-]HH:?MM$/i, '+00:00')
    .replace(/HH:MM/i, `${hour}:${minute}`)
    .replace(/HHMM/i, hour + minute)
    .replace(/HH/i, hour)
    .replace(/SS/i, second)
    .replace(/MM/i, month)
    .replace(/\.s+/i, '.123')
    .replace(/t/i, 'T')
    .replace(/z/i, 'Z');
}
