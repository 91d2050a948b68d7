/** `optional`, `nullable`, `list`: forms of an optional property. `bare`, `tagged`, `lists`: forms of a union. */
export type Encoding = 'optional' | 'nullable' | 'list' | 'bare' | 'tagged' | 'lists';
