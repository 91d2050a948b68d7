/** A JSON Pointer into a schema as a person would name the place: `lines[].tax[1]`. */
export function place(path: string): string {
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  let text = '';
  for (let at = 0; at < steps.length; at++) {
    const step = steps[at];
    if (step === 'properties') text += `${text === '' ? '' : '.'}${steps[++at]}`;
    else if (step === 'prefixItems') text += `[${steps[++at]}]`;
    else if (step === 'patternProperties') text += `[/${steps[++at]}/]`;
    else if (step === 'anyOf' || step === 'oneOf') text += `${text === '' ? '' : ' '}(${Number(steps[++at]) + 1})`;
    else if (step === '$defs') text += `#${steps[++at]}`;
    else text += step === 'items' ? '[]' : step === 'additionalProperties' ? '[*]' : `/${step}`;
  }
  return text.replaceAll(').', ') ') || '(root)';
}

/** A path into a value: `lines[0].quantity`. */
export function member(path: readonly (string | number)[]): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text.replace(/^\./, '') || 'the answer';
}
