import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import { collectBatch } from '../../src/index.js';

// node --import tsx test/client/collect.ts <url> <batch ids> <state file> <output file>: a collection that may be killed at any time.
const [url = '', ids = '', state = '', into = ''] = process.argv.slice(2);
const client = new Anthropic({ baseURL: url, apiKey: 'offline' });
const has = (id: string) => existsSync(into) && readFileSync(into, 'utf8').split('\n').includes(id);
for await (const result of collectBatch(client, ids.split(','), { output: z.object({ n: z.int() }), state, poll: 10 }))
  if (!result.again || !has(result.custom_id)) appendFileSync(into, `${result.custom_id}\n`);
