/** Runs tasks, at most `most` at a time; results in the order of the tasks. */
export async function limited<Result>(tasks: readonly (() => Promise<Result>)[], most: number): Promise<Result[]> {
  const results: Result[] = new Array(tasks.length);
  let next = 0;
  const worker = async () => {
    while (next < tasks.length) {
      const index = next++;
      results[index] = await (tasks[index] as () => Promise<Result>)();
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, tasks.length) }, worker));
  return results;
}
