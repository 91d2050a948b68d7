/** Tests of the suite that cannot be put to us, with the reason. A test that is skipped without a row here is a failure. */
export const SKIPS: readonly { readonly id: RegExp; readonly why: string }[] = [
  {
    id: /^refRemote#|^ref#.*remote ref|^ref#28 |^defs#0|^definitions#0|^ref#1[56] /,
    why: 'refers to another document, or to a base URI Ajv does not resolve',
  },
  { id: /^dynamicRef#|with \$dynamicRef$/, why: '$dynamicRef beyond what Ajv, which finishes our answers, implements' },
  { id: /^vocabulary#0/, why: 'Ajv does not read $vocabulary' },
  { id: /^format#/, why: 'formats are asserted by us, annotations by default in the suite' },
  { id: /^unevaluated(Items|Properties)#/, why: 'Ajv reads unevaluated* beside contains, if and nested items otherwise' },
  { id: /^properties#5 /, why: 'Ajv passes over a property named __proto__' },
  { id: /^enum#14 /, why: 'Ajv takes no empty enum' },
  { id: /^ref#[56] /, why: 'Ajv reads what stands beside $ref in draft-07 too' },
  { id: /^optional\/format\//, why: 'ajv-formats reads the format otherwise' },
  { id: /^optional\/(cross-draft|unknownKeyword|dynamicRef|float-overflow)#/, why: 'optional behaviour Ajv does not have' },
];

const used = new Set<RegExp>();

export function skipped(id: string): string | undefined {
  const row = SKIPS.find((each) => each.id.test(id));
  if (row !== undefined) used.add(row.id);
  return row?.why;
}

/** Rows that no test of the suite needs any more. */
export function idleSkips(): RegExp[] {
  return SKIPS.map((row) => row.id).filter((id) => !used.has(id));
}
