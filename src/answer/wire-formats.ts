const YEARS = 400;
const FULL_DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const DURATION = /^P(?!$)(?:(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?|(?:\d+W)?)$/;
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

/** An IPv6 address that may end in an IPv4 address. */
function ipv6(octet: string): string {
  const ipv4 = `${octet}(?:\\.${octet}){3}`;
  const options = [`(?:${HEX}:){7}(?:${HEX}|:)`, `(?:${HEX}:){6}(?::${HEX}|${ipv4}|:)`];
  for (let groups = 5; groups >= 0; groups--)
    options.push(
      `${groups === 0 ? ':' : `(?:${HEX}:){${groups}}`}(?:(?::${HEX}){1,${7 - groups}}|(?::${HEX}){0,${5 - groups}}:${ipv4}|:)`,
    );
  return `(?:${options.join('|')})`;
}

function uri(): string {
  const escaped = '%[0-9a-f]{2}';
  const char = "[\\w\\-.~!$&'()*+,;=";
  const segment = `(?:${char}:@]|${escaped})`;
  const tail = `(?:${char}:@/?]|${escaped})*`;
  const host = `(?:\\[(?:${ipv6('(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)')}|v[0-9a-f]+\\.${char}:]+)\\]|(?:${char}]|${escaped})*)`;
  const authority = `(?:(?:${char}:]|${escaped})*@)?${host}(?::\\d*)?`;
  const path = `${segment}+(?:/${segment}*)*`;
  return `[a-z][a-z0-9+\\-.]*:(?:/?/${authority}(?:/${segment}*)*|/(?:${path})?|${path})(?:\\?${tail})?(?:#${tail})?`;
}

/** The regular expression for a whole text, in which case does not matter. */
function expressionOf(format: string): string | undefined {
  const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
  switch (format) {
    case 'email':
      return "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    case 'hostname':
      return '(?=.{1,253}\\.?$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\.?';
    case 'uri':
      return uri();
    case 'ipv4':
      return `${octet}(?:\\.${octet}){3}`;
    case 'ipv6':
      return ipv6(octet);
    case 'uuid':
      return '(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}';
    default:
      return undefined;
  }
}

function build(format: string): (text: string) => boolean {
  switch (format) {
    case 'date':
      return isDate;
    case 'time':
      return isTime;
    case 'date-time':
      return isDateTime;
    case 'duration':
      return (text) => DURATION.test(text);
  }
  const source = expressionOf(format);
  if (source === undefined) return () => true;
  const expression = new RegExp(`^(?:${source})$`, 'i');
  return (text) => expression.test(text);
}

const built = new Map<string, (text: string) => boolean>();

/**
 * Whether a text satisfies a format of the wire, as ajv-formats reads it in its full mode. Of a format that no target
 * takes nothing is known: true.
 */
export function wireFormatAdmits(name: string, text: string): boolean {
  let test = built.get(name);
  if (!test) {
    test = build(name);
    built.set(name, test);
  }
  return test(text);
}
