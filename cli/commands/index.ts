import type { Command } from './command.js';

export interface Entry {
  readonly summary: string;
  /** Whether it may load modules of the user's, and so runs in a process of its own. */
  readonly loadsModules: boolean;
  load(): Promise<Command>;
}

/** The commands in the order of the help text. A command's code is loaded only when it runs. */
export const COMMANDS: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  [
    'compile',
    {
      summary: 'write the artifacts of schemas, or check that they are up to date',
      loadsModules: true,
      load: async () => (await import('./compile/index.js')).compileCommand,
    },
  ],
  [
    'explain',
    {
      summary: "show what becomes of a schema's every keyword, or the rules of a target",
      loadsModules: true,
      load: async () => (await import('./explain/index.js')).explainCommand,
    },
  ],
  [
    'lint',
    {
      summary: 'say which schemas will misbehave, and why',
      loadsModules: true,
      load: async () => (await import('./lint/index.js')).lintCommand,
    },
  ],
  [
    'diff',
    {
      summary: 'say what a change of a schema does to stored answers, to the grammar cache, to the type',
      loadsModules: true,
      load: async () => (await import('./diff/index.js')).diffCommand,
    },
  ],
  [
    'check',
    {
      summary: 'all that CI asks in one go: lint, whether artifacts are up to date, what a change breaks',
      loadsModules: true,
      load: async () => (await import('./check/index.js')).checkCommand,
    },
  ],
  [
    'serve',
    {
      summary: 'run an emulator of the Messages API that enforces the target and can misbehave',
      loadsModules: false,
      load: async () => (await import('./serve/index.js')).serveCommand,
    },
  ],
  [
    'init',
    {
      summary: 'write a configuration for the schemas of a project, and a workflow for CI',
      loadsModules: false,
      load: async () => (await import('./init/index.js')).initCommand,
    },
  ],
]);
