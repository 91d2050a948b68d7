/** Lifts what has exactly the form of a shape; `FAILED` for anything else. */
export type Take = (wire: unknown) => unknown;
