import { betaMemoryTool } from '@anthropic-ai/sdk/helpers/beta/memory';
import { BetaLocalFilesystemMemoryTool } from '@anthropic-ai/sdk/tools/memory/node';
import { screened, secretsAndPersonalData } from '../../../src/index.js';

/**
 * The memory tool over a folder, with the SDK's own file system. What it holds is there again when the program is started anew; paths that
 * lead out of the folder are refused; and nothing is stored that looks like a secret or personal data.
 */
export async function memoryIn(folder: string) {
  const files = await BetaLocalFilesystemMemoryTool.init(folder);
  return betaMemoryTool(screened(files, secretsAndPersonalData));
}
