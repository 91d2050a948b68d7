// fault: optional-first
export const Patient = {
  type: 'object',
  properties: {
    // fault: personal-data
    insurance: { type: 'string', default: 'DE89 3704 0044 0532 0130 00', description: 'The account that pays.' },
    // fault: large-number only-checked
    record: { type: 'integer', format: 'int64', description: 'Of the hospital.' },
    // fault: opaque-text
    findings: { description: 'Whatever was found.' },
  },
  required: ['record', 'findings'],
  additionalProperties: false,
} as const;
