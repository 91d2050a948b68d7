import { visit } from 'jsonc-parser';

export interface Losses {
  /** How many keys stand in the text, repeated ones and all. */
  readonly keys: number;
  /** Keys that their objects have already. */
  readonly repeated: readonly string[];
  /** Numbers whose digits a double does not keep. */
  readonly numbers: readonly string[];
}

/** What JSON.parse would lose of a JSON text without a word, as another parser reads it. */
export function lossesOf(text: string): Losses {
  const open: Set<string>[] = [];
  const repeated: string[] = [];
  const numbers: string[] = [];
  let keys = 0;
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key) => {
      keys++;
      const known = open.at(-1);
      if (known?.has(key)) repeated.push(key);
      known?.add(key);
    },
    onLiteralValue: (value, offset, length) => {
      const literal = text.slice(offset, offset + length);
      if (typeof value === 'number' && !survives(literal)) numbers.push(literal);
    },
  });
  return { keys, repeated, numbers };
}

/** Decimals are rounded by nature. An integer survives as the double that it is, or as the digits that the double is printed with. */
function survives(literal: string): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  if (!/^-?[0-9]+$/.test(literal)) return true;
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const printed =
    Number(exponent) >= fraction.length && BigInt(whole + fraction) * 10n ** BigInt(Number(exponent) - fraction.length);
  return BigInt(value) === BigInt(literal) || printed === BigInt(literal);
}
