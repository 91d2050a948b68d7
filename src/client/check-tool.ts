import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { SchemaError } from '../diagnostics/schema-error.js';
import { isRecord } from '../ir/json.js';
import { finding, functionFindings, shown } from './check-settings.js';

/**
 * Throws `SchemaError` for what defines no tool, whatever its schema. Whether the API takes the name is looked at when a request is
 * prepared: only then it is known which target it is for.
 */
export function checkTool(definition: unknown): void {
  if (!isRecord(definition))
    throw new TypeError(`The definition of the tool is ${shown(definition)}. Pass \`{ name, description, input, run }\`.`);
  const { name, input, examples, run, approve } = definition;
  const found: Diagnostic[] = [
    ...(typeof name === 'string' && name !== ''
      ? []
      : [finding('/name', name, 'Give the name that the model calls the tool by.')]),
    ...(input === undefined
      ? [finding('/input', input, 'Give the schema of the input; for a tool that takes none, `z.object({})`.')]
      : []),
    ...(examples === undefined || Array.isArray(examples) ? [] : [finding('/examples', examples, 'Give a list of inputs.')]),
    ...functionFindings('/run', run),
    ...functionFindings('/approve', approve),
  ];
  if (found.length > 0) throw new SchemaError(found);
}
