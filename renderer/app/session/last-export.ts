import type { FileRef } from '../../../shared/contract/call.ts';
import type { SessionState } from './state.ts';

/** Whether a file of this size is the one that was last exported of the open roster, or a copy of it. */
export function isLastExport(
  { document, lastExport }: SessionState,
  { handle, name }: FileRef,
  size: number,
): boolean {
  if (document === null || lastExport?.roster !== document.roster) return false;
  // A page that is not told where a dropped file lies knows it by its name and size.
  const { file, bytes } = lastExport;
  return file.handle === handle || (file.name === name && bytes === size);
}

/** Whether what was last exported is the open roster as it is now. */
export function isExportCurrent({ document, lastExport }: SessionState): boolean {
  return (
    document !== null &&
    lastExport?.roster === document.roster &&
    lastExport.step === (document.history.done.at(-1) ?? null)
  );
}

/** When the open roster as it is now was exported, for the title and the close question: “11:40”; null where it was not. */
export function exportedAt(state: SessionState): string | null {
  const { lastExport } = state;
  return lastExport !== null && isExportCurrent(state) ? timeOf(lastExport.at) : null;
}

/** What was exported of the open roster, and whether it was changed since, in a sentence; null where nothing was. */
export function exportSentence(state: SessionState): string | null {
  const { document, lastExport } = state;
  if (document === null || lastExport?.roster !== document.roster) return null;
  const since = isExportCurrent(state) ? ', but the roster itself was not saved' : ' and changed since then';
  return `It was exported to “${lastExport.file.name}” at ${timeOf(lastExport.at)}${since}.`;
}

function timeOf(at: Date): string {
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
