import { z } from 'zod';

const isoToDate = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});

export const Event = z.object({
  title: z.string(),
  starts: isoToDate,
  ends: z.date().optional(),
  seats: z.bigint().nonnegative().optional().describe('Absent: unlimited'),
  place: z.union([
    z.object({ kind: z.literal('online'), url: z.url() }),
    z.object({ kind: z.literal('venue'), name: z.string(), coordinates: z.tuple([z.number(), z.number()]).optional() }),
  ]),
  attendees: z.map(z.string(), z.enum(['yes', 'no', 'maybe'])),
});

export const answers = [
  '{"title":"Bridge inspection","starts":"2026-05-04T08:30:00+02:00","place":{"kind":"venue","name":"Tower Bridge","coordinates":{"item0":51.5055,"item1":-0.0754}},"attendees":[{"key":"ines","value":"yes"},{"key":"tom","value":"maybe"}],"ends":"2026-05-04T11:00:00Z","seats":"12"}',
  '{"title":"Release call","starts":"2026-05-06T15:00:00Z","place":{"kind":"online","url":"https://meet.example/release"},"attendees":[]}',
];
