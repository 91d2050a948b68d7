// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what must not be taken for a template

/** Texts that end a string, a comment, a template, a script or a line somewhere. */
export const TEXTS = [
  '*/ throw new Error("out"); /*',
  '`${process.exit(9)}`',
  "'; process.exit(9); //",
  '"; process.exit(9); //',
  '\\"; process.exit(9); //',
  '</script><script>alert(1)</script><!--',
  'line one\nline two\r\nline three\u2028four\u2029five\u0085six',
  '// @ts-ignore\n@ts-expect-error',
  '@deprecated {@link x}',
  'lone \ud800 surrogate \udc00 pair \u{1f600}',
  'nul \u0000 and \u001b[31m escape',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '',
  ' ',
  '1',
  '-0',
  'class',
  'é',
  '${',
  '\\u0041',
] as const;

/** The text without lone surrogates, which no reference can name. */
function whole(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '?');
}

/** Schemas that say hostile things in every place where a schema holds text. */
export const HOSTILE: readonly { readonly name: string; readonly schema: unknown; readonly values: readonly unknown[] }[] = [
  {
    name: 'keys',
    schema: {
      title: TEXTS.join('\n'),
      type: 'object',
      properties: Object.fromEntries(TEXTS.map((text) => [text, { type: 'integer', title: text, description: text }])),
      required: [...TEXTS],
      additionalProperties: false,
    },
    values: [
      Object.fromEntries(TEXTS.map((text, index) => [text, index])),
      { ...Object.fromEntries(TEXTS.map((text, index) => [text, index])), '${': 'x' },
    ],
  },
  {
    name: 'values',
    schema: {
      type: 'object',
      properties: { value: { enum: [...TEXTS] }, constant: { const: { ['__proto__']: TEXTS } } },
      required: ['value'],
    },
    values: [
      ...TEXTS.map((value) => ({ value })),
      { value: 'none' },
      { value: '1', constant: JSON.parse(`{"__proto__":${JSON.stringify(TEXTS)}}`) },
    ],
  },
  {
    name: 'words',
    schema: {
      type: 'object',
      description: TEXTS.join(' '),
      properties: {
        a: { type: 'string', description: TEXTS.join(' '), default: TEXTS.join(' '), examples: [...TEXTS] },
        b: { type: 'object', additionalProperties: { type: 'string', description: TEXTS.join('\n') } },
      },
    },
    values: [{ a: TEXTS.join(''), b: Object.fromEntries(TEXTS.map((text) => [text, text])) }],
  },
  {
    name: 'patterns',
    schema: {
      type: 'object',
      properties: { a: { type: 'string', pattern: '^[`${}"\'*/\\\\<>!-]*$' } },
      patternProperties: { '^x[`"\'*/\\\\]': { type: 'number' } },
      additionalProperties: false,
    },
    values: [{ a: '`${}"\'*/', 'x`1': 1 }, { a: 'b' }, { 'x"': 'no' }],
  },
  {
    name: 'names',
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        TEXTS.map((text, index) => [
          `p${index}`,
          { $ref: `#/$defs/${encodeURIComponent(whole(text).replace(/~/g, '~0').replace(/\//g, '~1'))}` },
        ]),
      ),
      $defs: Object.fromEntries(
        TEXTS.map((text) => [
          whole(text),
          { type: 'object', properties: { a: { type: 'string', description: text } }, required: ['a'] },
        ]),
      ),
    },
    values: [Object.fromEntries(TEXTS.map((text, index) => [`p${index}`, { a: text }]))],
  },
];
