import * as z from 'zod';

const stamp = { created: z.iso.date().describe('The day.'), author: z.string().describe('By name.') };

export const Post = z.object({ ...stamp, body: z.string().describe('As Markdown.') });
export const Comment = z.object({ body: z.string().describe('Plain text.'), ...stamp });
