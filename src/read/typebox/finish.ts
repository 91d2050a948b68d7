import type { Finished } from '../source.js';
import { finishV0 } from './finish-v0.js';
import { finishV1 } from './finish-v1.js';
import { libraryV0, libraryV1 } from './library.js';
import type { Version } from './recognise.js';
import { failed, guarded } from './verdicts.js';

/** Checks a value against the user's schema as it is, then runs the decode functions; nothing is converted, cleaned or filled in. */
export function finisher(schema: Record<string, unknown>, version: Version): (value: unknown) => Finished {
  return version === 'v1'
    ? guarded(
        () => withV1(schema),
        () => missing('typebox'),
      )
    : guarded(
        () => withV0(schema),
        () => missing('@sinclair/typebox'),
      );
}

/** Undefined as long as the library is neither found nor handed over. */
function withV1(schema: object): ((value: unknown) => Finished) | undefined {
  const library = libraryV1();
  return library && finishV1(schema, library);
}

function withV0(schema: Record<string, unknown>): ((value: unknown) => Finished) | undefined {
  const library = libraryV0();
  return library && finishV0(schema, library);
}

function missing(name: string): Finished {
  return failed(
    'typebox-missing',
    `The value can't be checked, since the package ${name} can't be loaded. Install it (npm install ${name}), or in a bundle hand it over with provideTypeBox.`,
  );
}
