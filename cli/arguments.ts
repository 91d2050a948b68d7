import { parseArgs } from 'node:util';
import { usage } from './failure.js';
import { didYouMean } from './nearest.js';
import { GLOBALS, type OptionSpec, type OptionSpecs, type Values } from './options.js';

type OptionValue = string | number | true | readonly string[];

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: { readonly [name: string]: OptionValue };
}

type Token = {
  readonly kind: string;
  readonly index: number;
  readonly name?: string;
  readonly rawName?: string;
  readonly value?: string | undefined;
};

/** Reads an argument list against option specifications. Throws a `Failure` that names the argument at fault. */
export function readArguments(argv: readonly string[], specs: OptionSpecs, usageLine: string): Arguments {
  const positionals: string[] = [];
  const values: Record<string, OptionValue> = {};
  for (const token of tokensOf(argv, specs)) {
    if (token.kind === 'positional') positionals.push(token.value ?? '');
    if (token.kind !== 'option') continue;
    const { name = '', rawName = '' } = token;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) throw unknown(rawName, name, specs, usageLine);
    const value = valueOfToken(spec, rawName, token.value);
    values[name] = spec.many ? [...((values[name] as readonly string[] | undefined) ?? []), String(value)] : value;
  }
  return { positionals, values };
}

/** The command is the first argument that is neither an option nor the value of one. */
export function splitCommand(argv: readonly string[]): {
  readonly command: string | undefined;
  readonly rest: readonly string[];
} {
  const first = tokensOf(argv, GLOBALS).find((token) => token.kind === 'positional');
  if (first === undefined) return { command: undefined, rest: argv };
  return { command: argv[first.index], rest: argv.filter((_, index) => index !== first.index) };
}

/** What can be told of a command line before its command is known, with whatever may be an address among the positionals. */
export function looseArguments(argv: readonly string[]): {
  readonly command: string | undefined;
  readonly positionals: readonly string[];
  readonly values: { readonly [name: string]: string | undefined };
  readonly help: boolean;
} {
  const { command, rest } = splitCommand(argv);
  const positionals: string[] = [];
  const values: Record<string, string | undefined> = {};
  for (const { kind, name = '', value } of tokensOf(rest, GLOBALS)) {
    if (kind === 'option' && Object.hasOwn(GLOBALS, name)) values[name] = value ?? '';
    else if (value !== undefined && (kind === 'positional' || !/^\d+$/.test(value))) positionals.push(value);
  }
  return { command, positionals, values, help: 'help' in values || 'version' in values };
}

/** Asserts that values were read against these specifications. */
export function valuesFor<Specs extends OptionSpecs>(values: Arguments['values'], _specs: Specs): Values<Specs> {
  return values as Values<Specs>;
}

/** `-#/pointer` is an address, though it looks like an option. */
const STDIN = '-#';
const MARK = '\u0000';

function tokensOf(argv: readonly string[], specs: OptionSpecs): readonly Token[] {
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      {
        type: spec.type === 'boolean' ? ('boolean' as const) : ('string' as const),
        ...(spec.short === undefined ? {} : { short: spec.short }),
      },
    ]),
  );
  const args = argv.map((argument) => (argument.startsWith(STDIN) ? MARK + argument : argument));
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  return tokens.map((token) =>
    token.kind === 'positional' && token.value.startsWith(MARK) ? { ...token, value: token.value.slice(1) } : token,
  );
}

function valueOfToken(spec: OptionSpec, rawName: string, value: string | undefined): string | number | true {
  if (spec.type === 'boolean') {
    if (value !== undefined)
      throw usage(`The option ${rawName} takes no value, but was given "${value}".`, `Write just ${rawName}.`);
    return true;
  }
  const form = spec.values?.join('|') ?? `<${spec.argument ?? 'value'}>`;
  if (value === undefined || value === '')
    throw usage(
      `The option ${rawName} needs a value.`,
      `Write ${rawName} ${form}; a value that starts with a dash as ${rawName}=${form}.`,
    );
  if (spec.type === 'number') {
    const number = Number(value);
    if (!Number.isFinite(number) || number <= 0)
      throw usage(`The option ${rawName} needs a number above 0, but was given "${value}".`, `Write for example ${rawName} 10.`);
    return number;
  }
  if (spec.values && !spec.values.includes(value))
    throw usage(
      `The option ${rawName} does not take "${value}".`,
      didYouMean(value, spec.values, `It takes ${listed(spec.values)}.`),
    );
  return value;
}

function unknown(rawName: string, name: string, specs: OptionSpecs, usageLine: string): Error {
  const near = didYouMean(
    rawName,
    Object.keys(specs).map((known) => `--${known}`),
  );
  return usage(
    `There is no option ${rawName}${name.length === 1 ? ' (single-letter options are -h and -v)' : ''}.`,
    near || `Run "${usageLine} --help" for the list.`,
  );
}

/** `a, b or c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
