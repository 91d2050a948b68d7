import { ApiError } from '../api-error.js';
import { modelInfo, modelNamed } from '../models.js';
import { type Exchange, json, type Reaction } from './exchange.js';
import { page } from './page.js';

export function listModels({ state, query, asked }: Exchange): Reaction {
  return json(page([...state.models.values()].map(modelInfo), query), asked);
}

export function retrieveModel({ state, parameters, asked }: Exchange): Reaction {
  const model = modelNamed(state.models, parameters['id'] ?? '');
  if (!model) throw new ApiError(404, `model: ${parameters['id']}`);
  return json(modelInfo(model), asked);
}
