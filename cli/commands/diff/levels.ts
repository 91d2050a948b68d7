/** What a change may break, the least first. */
export const LEVELS = ['wire', 'data', 'code'] as const;
export type Level = (typeof LEVELS)[number];

/** Whether what breaks at one level counts when another one is asked for. */
export function counts(level: Level, asked: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(asked);
}
