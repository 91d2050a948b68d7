/** Whether a number as JSON writes it is still the same number in a double. Decimals are rounded by nature and always count as the same. */
export function keepsItsValue(literal: string): boolean {
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  if (String(value) === literal || Math.abs(value) <= Number.MAX_SAFE_INTEGER || /[.eE]/.test(literal)) return true;
  return BigInt(literal) === BigInt(value) || sameDigits(literal, value);
}

/** Whether the double is printed with the very digits that were written, as 10²³ is. */
function sameDigits(literal: string, value: number): boolean {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const zeros = Number(exponent) - fraction.length;
  return zeros >= 0 && whole + fraction + '0'.repeat(zeros) === literal;
}
