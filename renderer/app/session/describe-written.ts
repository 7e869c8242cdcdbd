/** What reading a written file back has shown, in a sentence; `replaced` counts characters that no file can hold. */
export function describeWritten(replaced: number): string {
  if (replaced === 0) return 'Read back and compared: identical.';
  const what =
    replaced === 1 ? 'one broken character' : `${replaced.toLocaleString('en-US')} broken characters`;
  return `Read back and compared: identical but for ${what}, written as “\uFFFD”; see Damaged characters among the problems.`;
}
