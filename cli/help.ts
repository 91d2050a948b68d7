import type { Command } from './commands/command.js';
import { COMMANDS } from './commands/index.js';
import { GLOBALS, type OptionSpecs } from './options.js';

const ADDRESSES = `Addresses:
  src/invoice.ts#Invoice         an exported schema of a module
  src/invoice.ts                 every schema a module exports
  schema.json, schema.json#/$defs/Item
                                 a JSON Schema, or one within it
  'src/**/*.schema.ts', src/     all schemas of matching files, of a folder
  @acme/schemas/billing#Invoice  an export of a package
  -                              a JSON Schema from standard input
`;

const EXITS = `Exit codes: 0 clean, 1 findings or stale artifacts, 2 wrong usage, configuration or a failed load, 70 a bug of bascule.
`;

export function generalHelp(): string {
  const commands = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`).join('\n');
  return `bascule compiles the schema you already have into one that Claude's constrained decoding accepts.

Usage: bascule <command> [address…] [options]

Commands:
${commands}

${ADDRESSES}
Options of every command:
${optionLines(GLOBALS)}

Run "bascule <command> --help" for the options of a command.
${EXITS}`;
}

export function commandHelp(command: Command): string {
  const examples = command.examples.map((example) => `  ${example}`).join('\n');
  return `${command.about}

Usage: bascule ${command.usage}

Options:
${optionLines(command.options)}
${command.addresses === false ? '' : `\n${ADDRESSES}`}
Options of every command:
${optionLines(GLOBALS)}

Examples:
${examples}

${EXITS}`;
}

function optionLines(specs: OptionSpecs): string {
  const rows = Object.entries(specs).map(([name, spec]) => {
    const value = spec.type === 'boolean' ? '' : ` ${spec.values?.join('|') ?? `<${spec.argument ?? 'value'}>`}`;
    return [`  ${spec.short === undefined ? '    ' : `-${spec.short}, `}--${name}${value}`, spec.help] as const;
  });
  return rows
    .map(([left, help]) => (left.length < 38 ? `${left.padEnd(38)}${help}` : `${left}\n${' '.repeat(38)}${help}`))
    .join('\n');
}
