import type { FolderEntry } from '../../shared/contract/file-calls.ts';
import { foldText } from '../../shared/text/plain-text.ts';

/** A typed file name with the suggested one's ending where it has none of its own; empty where nothing was typed. */
export function completeName(typed: string, suggested: string): string {
  const name = typed.trim();
  const ending = /\.[a-z0-9]{1,5}$/i;
  if (name === '' || ending.test(name)) return name;
  return name.replace(/\.+$/, '') + (ending.exec(suggested)?.[0] ?? '');
}

/** The first entry whose name begins with what was typed, without regard to case or accents; null if there is none. */
export function findByTyping(entries: readonly FolderEntry[], typed: string): FolderEntry | null {
  const start = foldText(typed);
  return entries.find(({ name }) => foldText(name).startsWith(start)) ?? null;
}

/** The size of a file in the unit that keeps it short, from bytes. */
export function saySize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
