const YEARS = 400;
const FULL_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const FULL_TIME = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(?:z|([+-])(\d\d)(?::?(\d\d))?)$/i;

function isDate(text: string): boolean {
  const [, year, month, day] = FULL_DATE.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(YEARS + (year % YEARS), month, 0)).getUTCDate();
}

/** A leap second is one only at the end of a day in UTC. */
function isTime(text: string): boolean {
  const parts = FULL_TIME.exec(text);
  if (!parts) return false;
  const [hour = 0, minute = 0, second = 0] = parts.slice(1, 4).map(Number);
  const [offsetHour = 0, offsetMinute = 0] = parts.slice(5).map((part = '0') => Number(part));
  if (offsetHour > 23 || offsetMinute > 59) return false;
  if (hour <= 23 && minute <= 59 && second < 60) return true;
  const sign = parts[4] === '-' ? -1 : 1;
  const utcMinute = minute - offsetMinute * sign;
  const utcHour = hour - offsetHour * sign - (utcMinute < 0 ? 1 : 0);
  return second < 61 && (utcHour === 23 || utcHour === -1) && (utcMinute === 59 || utcMinute === -1);
}

function isDateTime(text: string): boolean {
  const [date = '', time = '', ...more] = text.split(/t|\s/i);
  return more.length === 0 && isDate(date) && isTime(time);
}

const HEX = '[0-9a-f]{1,4}';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const OLD_OCTET = '(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)';
const IPV4 = `${OCTET}(?:\\.${OCTET}){3}`;

function ipv6(ipv4: string): string {
  const options = [`(?:${HEX}:){7}(?:${HEX}|:)`, `(?:${HEX}:){6}(?::${HEX}|${ipv4}|:)`];
  for (let groups = 5; groups >= 0; groups--)
    options.push(
      `${groups === 0 ? ':' : `(?:${HEX}:){${groups}}`}(?:(?::${HEX}){1,${7 - groups}}|(?::${HEX}){0,${5 - groups}}:${ipv4}|:)`,
    );
  return `(?:${options.join('|')})`;
}

const CHAR = "[\\w\\-.~!$&'()*+,;=";
const ESCAPED = '%[0-9a-f]{2}';
const SEGMENT = `(?:${CHAR}:@]|${ESCAPED})`;
const TAIL = `(?:${CHAR}:@/?]|${ESCAPED})*`;
const HOST = `(?:\\[(?:${ipv6(`${OLD_OCTET}(?:\\.${OLD_OCTET}){3}`)}|v[0-9a-f]+\\.${CHAR}:]+)\\]|(?:${CHAR}]|${ESCAPED})*)`;
const AUTHORITY = `(?:(?:${CHAR}:]|${ESCAPED})*@)?${HOST}(?::\\d*)?`;
const PATH = `${SEGMENT}+(?:/${SEGMENT}*)*`;
const URI = `[a-z][a-z0-9+\\-.]*:(?:/?/${AUTHORITY}(?:/${SEGMENT}*)*|/(?:${PATH})?|${PATH})(?:\\?${TAIL})?(?:#${TAIL})?`;

/** A regular expression, a function, or the source of an expression for the whole text in which case does not matter. */
type Test = RegExp | ((text: string) => boolean) | string;

/** The formats that targets take, as ajv-formats reads them in its full mode. */
const tests: ReadonlyMap<string, Test> = new Map<string, Test>([
  ['date', isDate],
  ['time', isTime],
  ['date-time', isDateTime],
  ['duration', /^P(?!$)(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|(?:\d+W)?)$/],
  [
    'email',
    "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?",
  ],
  ['hostname', '(?=.{1,253}\\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\.?'],
  ['uri', URI],
  ['ipv4', IPV4],
  ['ipv6', ipv6(IPV4)],
  ['uuid', '(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}'],
]);

const built = new Map<string, (text: string) => boolean>();

/** Whether a text satisfies a format of the wire. Of a format that no target takes nothing is known: true. */
export function wireFormatAdmits(name: string, text: string): boolean {
  let test = built.get(name);
  if (!test) {
    test = build(tests.get(name));
    built.set(name, test);
  }
  return test(text);
}

function build(test: Test | undefined): (text: string) => boolean {
  if (test === undefined) return () => true;
  if (typeof test === 'function') return test;
  const expression = typeof test === 'string' ? new RegExp(`^(?:${test})$`, 'i') : test;
  return (text) => expression.test(text);
}
