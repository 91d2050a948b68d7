import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, nil } from 'ajv';
import { firstDuplicate } from '../../ir/duplicates.js';
import { isPrimitive } from '../../ir/json.js';
import { memberOf } from './members.js';

/*
 * Three keywords whose cost in Ajv grows with the number of values, or with its square. Their code also spells values as JSON text:
 * as an object literal, a key `__proto__` would be lost.
 */

const FEW = 8;

export const enumeration: CodeKeywordDefinition = {
  keyword: 'enum',
  schemaType: 'array',
  code: (cxt) => cxt.pass(isOneOf(cxt, cxt.schema as unknown[])),
};

export const constant: CodeKeywordDefinition = {
  keyword: 'const',
  code: (cxt) => cxt.pass(isOneOf(cxt, [cxt.schema])),
};

export const uniqueItems: CodeKeywordDefinition = {
  keyword: 'uniqueItems',
  type: 'array',
  schemaType: 'boolean',
  code: (cxt) => {
    if (cxt.schema !== true) return;
    const find = cxt.gen.scopeValue('func', { ref: firstDuplicate, code: _`standalone.firstDuplicate` });
    cxt.pass(_`${find}(${cxt.data}) === undefined`);
  },
};

function isOneOf({ gen, data }: KeywordCxt, values: readonly unknown[]): Code {
  if (values.length > 0 && values.length <= FEW && values.every(isPrimitive))
    return values.reduce(
      (code: Code, value) => (code === nil ? _`${data} === ${value}` : _`${code} || ${data} === ${value}`),
      nil,
    );
  const has = gen.scopeValue('obj', {
    ref: memberOf(values),
    code: _`standalone.memberOf(JSON.parse(${JSON.stringify(values)}))`,
  });
  return _`${has}(${data})`;
}
