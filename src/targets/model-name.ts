/** The name of a model without what a platform puts around it: `us.anthropic.claude-opus-5-v1:0`, `claude-opus-5@20260801`, … */
export function modelName(id: string): string {
  return id
    .replace(/^.*anthropic[./]/s, '')
    .replace(/^.*models\//s, '')
    .replace(/@(default|latest)$/, '')
    .replace('@', '-')
    .replace(/-v\d+(:\d+)?$/, '');
}

const DATE = /-(\d{8}|latest)$/;

/** Whether a list of a profile names the model. */
export function namesModel(list: readonly string[], id: string): boolean {
  const name = modelName(id);
  const undated = name.replace(DATE, '');
  return list.some((entry) => (entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name || entry === undated));
}
