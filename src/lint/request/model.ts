import type { RequestBody } from '../../client/message.js';
import { type Model, modelNamed, modelsById } from '../../emulator/models.js';
import { modelName } from '../../targets/model-name.js';
import type { TargetProfile } from '../../targets/profile.js';

/** What is known of the model of a request; undefined for one that is not known by name. */
export function modelOf({ model }: RequestBody, target: TargetProfile): Model | undefined {
  return typeof model === 'string' && target.models ? modelNamed(modelsById([], target), modelName(model)) : undefined;
}
