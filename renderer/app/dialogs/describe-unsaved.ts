import type { Document } from '../session/document.ts';

/** What would be lost if the roster were closed without saving, in a sentence that names the last thing done. */
export function describeUnsaved({ history, savedStep }: Document): string {
  const savedAt = savedStep === null ? -1 : history.done.indexOf(savedStep);
  const lost = savedStep !== null && savedAt === -1 ? [] : history.done.slice(savedAt + 1);
  const last = lost.at(-1);
  if (last === undefined) return 'What you have undone since it was saved would be back.';
  const since = savedStep === null ? 'you opened it' : 'it was saved';
  return lost.length === 1
    ? `One change would be lost: ${last.label}.`
    : `${lost.length.toLocaleString('en-US')} changes since ${since} would be lost, the last of them: ${last.label}.`;
}
