const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A text as a JavaScript string literal. Safe wherever code may stand: on one line, in HTML, in any encoding of Unicode. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029]|<(?=[/!])/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A property key in an object literal. `__proto__` is computed, since the plain spelling sets the prototype. */
export function keyOf(key: string): string {
  if (key === '__proto__') return '["__proto__"]';
  return IDENTIFIER.test(key) ? key : quote(key);
}

/** A property key in a type. */
export function typeKeyOf(key: string): string {
  return IDENTIFIER.test(key) ? key : quote(key);
}

/** A doc comment that nothing in the text can end or turn into a directive; none for blank text. */
export function comment(text: string, indent = ''): string {
  const lines = text
    .replace(/\*\//g, '*\\/')
    .replace(/<(?=[/!])/g, '<\\')
    .replace(/@/g, '\\@')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, ' ').trimEnd());
  while (lines.length > 0 && lines[0] === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1] === '') lines.pop();
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('')}${indent} */\n`;
}
