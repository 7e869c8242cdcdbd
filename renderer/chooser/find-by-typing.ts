import type { FolderEntry } from '../../shared/contract.ts';
import { foldText } from '../../shared/fold-text.ts';

/** The first entry whose name begins with what was typed, without regard to case or accents; null if there is none. */
export function findByTyping(entries: readonly FolderEntry[], typed: string): FolderEntry | null {
  const start = foldText(typed);
  return entries.find(({ name }) => foldText(name).startsWith(start)) ?? null;
}
