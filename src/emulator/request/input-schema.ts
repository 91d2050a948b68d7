import type { TargetProfile } from '../../targets/profile.js';
import { refused } from '../api-error.js';
import { exampleFaults } from '../schema/examples.js';
import { inputFaults } from '../schema/input.js';
import type { CustomTool } from './tools.js';

/** What holds for the schema of any tool, strict or not, and for its examples. Throws `ApiError`. */
export function checkInputSchema(tool: CustomTool, at: string, profile: TargetProfile, isStrict: boolean): void {
  const [fault] = inputFaults(tool.input_schema, profile, isStrict);
  if (fault) throw refused(`${at}.input_schema${fault.member}: ${fault.message}`);
  const [example] = exampleFaults(tool['input_examples'], tool.input_schema);
  if (!example) return;
  if (example.index === undefined) throw refused(`${at}.input_examples: ${example.message}`);
  throw refused(
    `${at}.input_examples.${example.index}: Input example does not match the tool's input_schema: ${example.message}`,
  );
}
