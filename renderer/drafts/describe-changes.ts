/** How much of a roster is not on disk; 0 where changes were undone since it was saved. */
export function describeChanges(changes: number): string {
  if (changes === 0) return 'changes were undone since it was saved';
  return changes === 1 ? '1 change not saved' : `${changes.toLocaleString('en-US')} changes not saved`;
}
