import type { SourceForm } from '../contract.ts';
import { assertNever } from '../failures/result.ts';
import { encodingLabel } from './encodings.ts';

/** How sure it is what a text file was written in, for a person; null where there is nothing to doubt. */
export function encodingSentence(form: SourceForm | null): string | null {
  if (form?.kind !== 'text') return null;
  const label = encodingLabel(form.encoding);
  switch (form.confidence) {
    case 'sure':
      return null;
    case 'likely':
      return `Read as ${label}, which is likely.`;
    case 'guess':
      return `Read as ${label}, which is a guess: check that the names are spelled right.`;
    case 'chosen':
      return `Read as ${label}, as you chose.`;
    default:
      return assertNever(form.confidence);
  }
}
