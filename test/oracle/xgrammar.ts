import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction, constants } from 'node:vm';

interface Grammar {
  dispose(): void;
}
interface Engine {
  readonly Grammar: {
    fromJSONSchema(
      schema: string,
      anyWhitespace: boolean,
      indent: number,
      separators: readonly [string, string],
    ): Promise<Grammar>;
  };
  readonly Testings: { isGrammarAcceptString(grammar: Grammar, text: string): Promise<boolean> };
}

/** The package is a UMD bundle that calls itself a module, so it is loaded as the CommonJS it is. */
function load(): Engine {
  const file = createRequire(import.meta.url).resolve('@mlc-ai/web-xgrammar');
  const module: { exports: unknown } = { exports: {} };
  const names = ['module', 'exports', 'require', '__filename', '__dirname'];
  const run = compileFunction(readFileSync(file, 'utf8'), names, {
    filename: file,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  run(module, module.exports, createRequire(file), file, path.dirname(file));
  return module.exports as Engine;
}

const engine = load();

/** Tells of texts whether a constrained decoder that was given the schema could have produced them. */
export async function grammarOf(schema: unknown): Promise<{ accepts(text: string): Promise<boolean>; dispose(): void }> {
  // one line, and the separators of JSON.stringify
  const grammar = await engine.Grammar.fromJSONSchema(JSON.stringify(schema), false, -1, [',', ':']);
  return { accepts: (text) => engine.Testings.isGrammarAcceptString(grammar, text), dispose: () => grammar.dispose() };
}
