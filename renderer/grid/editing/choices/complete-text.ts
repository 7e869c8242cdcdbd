/**
 * The one value that a typed beginning can only mean, as Excel's AutoComplete finds it; null where there are several or
 * none, and where what was typed is itself a value.
 */
export function completeText(values: Iterable<string>, typed: string): string | null {
  const start = typed.toLowerCase();
  if (start.trim() === '') return null;
  let only: string | null = null;
  for (const value of values) {
    const lower = value.toLowerCase();
    if (lower === start) return null;
    // Lower case may be of another length, as with “İ”; then nothing can be put after what was typed.
    if (!lower.startsWith(start) || lower.length !== value.length) continue;
    if (only !== null && only !== value) return null;
    only = value;
  }
  return only;
}
