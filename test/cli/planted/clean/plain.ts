export const Plain = {
  type: 'object',
  properties: {
    title: { type: 'string', description: 'In a few words.' },
    tags: { type: 'array', items: { enum: ['red', 'blue'] }, description: 'All that fit.' },
  },
  required: ['title', 'tags'],
  additionalProperties: false,
} as const;
