/** `optional`, `nullable`, `list`, `entries`: forms of an optional property. `bare`, `tagged`, `lists`: forms of a union. */
export type Encoding = 'optional' | 'nullable' | 'list' | 'entries' | 'bare' | 'tagged' | 'lists';
