import type { FileRef } from '../../shared/contract.ts';
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
