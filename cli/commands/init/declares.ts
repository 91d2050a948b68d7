import { type ParserPlugin, parse } from '@babel/parser';

type Statement = ReturnType<typeof parse>['program']['body'][number];
type Of<Type extends string> = Extract<Statement, { readonly type: Type }>;
type Expression = NonNullable<Of<'VariableDeclaration'>['declarations'][number]['init']>;
type Call = Extract<Expression, { readonly type: 'CallExpression' }>;
type Member = Extract<Expression, { readonly type: 'MemberExpression' }>;
/** What a variable can hold, a module export by default, and whatever those are made from. */
type Value = Expression | Of<'ExportDefaultDeclaration'>['declaration'] | Call['callee'] | Member['object'];

const LIBRARIES = /^(?:zod|typebox|@sinclair\/typebox)(?:\/|$)/;

/** Whether the text of a module exports a schema that it makes with Zod or TypeBox. Nothing of it is run; what can't be parsed exports none. */
export function declaresSchema(text: string, file: string): boolean {
  if (!/zod|typebox/.test(text)) return false;
  try {
    const plugins: ParserPlugin[] = /\.[cm]?ts$/i.test(file) ? ['typescript'] : ['typescript', 'jsx'];
    return exportsOne(parse(text, { sourceType: 'unambiguous', errorRecovery: true, plugins }).program.body);
  } catch {
    return false;
  }
}

function exportsOne(body: readonly Statement[]): boolean {
  const library = new Set<string>();
  const schemas = new Set<string>();
  const makes = (value: Value | null | undefined) => {
    const root = rootOf(value);
    return root !== undefined && (library.has(root) || schemas.has(root));
  };
  const declare = (statement: Statement | null | undefined): boolean => {
    if (statement?.type !== 'VariableDeclaration') return false;
    let any = false;
    for (const { id, init } of statement.declarations) {
      if (id.type !== 'Identifier' || !makes(init)) continue;
      schemas.add(id.name);
      any = true;
    }
    return any;
  };
  for (const statement of body) {
    if (statement.type === 'ImportDeclaration' && LIBRARIES.test(statement.source.value))
      for (const { local } of statement.specifiers) library.add(local.name);
    declare(statement);
    if (statement.type === 'ExportNamedDeclaration' && declare(statement.declaration)) return true;
  }
  return body.some(
    (statement) =>
      (statement.type === 'ExportDefaultDeclaration' && makes(statement.declaration)) ||
      (statement.type === 'ExportNamedDeclaration' &&
        !statement.source &&
        statement.specifiers.some((each) => each.type === 'ExportSpecifier' && schemas.has(each.local.name))),
  );
}

/** The variable that a value is made from: `z` of `z.object({}).strict()`. A parse or a function of the library's makes no schema. */
function rootOf(value: Value | null | undefined): string | undefined {
  let node = value;
  while (node) {
    if (node.type === 'Identifier') return node.name;
    if (node.type === 'CallExpression') {
      const { callee } = node;
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && NO_SCHEMA.test(callee.property.name))
        return undefined;
      node = callee;
    } else if (node.type === 'MemberExpression') node = node.object;
    else if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') node = node.expression;
    else return undefined;
  }
  return undefined;
}

const NO_SCHEMA = /^(?:safe)?(?:parse|decode|encode)(?:Async)?$|^config$|^registry$|^toJSONSchema$/i;
