import { finishJsonSchema } from '../../finish/json-schema/index.js';
import { isRecord } from '../../ir/json.js';

/** Why an example of a tool is none. */
export interface ExampleFault {
  /** Place in `input_examples`; undefined where that is no list. */
  readonly index?: number;
  readonly message: string;
}

/** Each of `input_examples` must be valid against `input_schema` (documented: tool-use/define-tools). */
export function exampleFaults(examples: unknown, schema: unknown): readonly ExampleFault[] {
  if (examples === undefined) return [];
  if (!Array.isArray(examples)) return [{ message: 'Input should be a valid list' }];
  if (!isRecord(schema)) return [];
  const check = finishJsonSchema(schema, '2020-12');
  return examples.flatMap((example: unknown, index) => {
    const finished = check(example);
    if (!('issues' in finished) || !finished.issues) return [];
    const [issue] = finished.issues;
    const place = (issue?.path ?? []).join('.');
    const message = issue?.message ?? '';
    return [{ index, message: place === '' ? message : `${place}: ${message}` }];
  });
}
