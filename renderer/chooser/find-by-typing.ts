import type { FolderEntry } from '../../shared/contract.ts';

/** The first entry whose name begins with what was typed, without regard to case or accents; null if there is none. */
export function findByTyping(entries: readonly FolderEntry[], typed: string): FolderEntry | null {
  const start = plain(typed);
  return entries.find(({ name }) => plain(name).startsWith(start)) ?? null;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
