import type { Batch } from './batches/batch.js';
import { type Model, modelsById } from './models.js';
import type { EmulatedFile, RecordedRequest, Settings } from './options.js';
import { Pauses } from './pauses.js';
import { idFrom } from './random.js';
import { Script } from './script.js';
import { Threads } from './threads.js';

/** Everything an emulator knows while it runs. */
export class State {
  readonly settings: Settings;
  readonly models: ReadonlyMap<string, Model>;
  readonly files: Map<string, EmulatedFile>;
  readonly batches = new Map<string, Batch>();
  readonly requests: RecordedRequest[] = [];
  readonly script = new Script();
  readonly pauses = new Pauses();
  readonly threads = new Threads();
  #ids = 0;

  constructor(settings: Settings) {
    this.settings = settings;
    this.models = modelsById(settings.models, settings.profile);
    this.files = new Map(Object.entries(settings.files));
  }

  /** A new id; the same ones in the same order for the same seed. */
  id(prefix: string): string {
    return idFrom(prefix, String(this.#ids++), this.settings.seed);
  }

  record(request: RecordedRequest): void {
    this.requests.push(request);
    const { keep } = this.settings;
    if (this.requests.length > keep) this.requests.splice(0, this.requests.length - keep);
  }
}
