import type { Fit } from '../../shared/mapping/count-fit.ts';
import type { FoundNamed } from '../../shared/mapping/find-named.ts';
import { shortened } from '../../shared/mapping/list-sources.ts';

interface SaidFit {
  readonly text: string;
  readonly isWhole: boolean;
  readonly example: string | null;
}

/** How many texts fit, in a few words; null while it is counted. */
export function sayFit(fits: readonly Fit[]): SaidFit | null {
  const worst = fits.toSorted((a, b) => a.fits - a.filled - (b.fits - b.filled))[0];
  if (worst === undefined) return null;
  const { filled, fits: fit, unfit } = worst;
  const isWhole = fit === filled;
  const example = unfit === null ? null : `Not “${unfit}”.`;
  if (filled === 0) return { text: 'No text', isWhole: true, example };
  const text = isWhole ? `All ${count(filled)} fit` : `${count(fit)} of ${count(filled)} fit`;
  return { text, isWhole, example };
}

/** In how many rows a list names phone, chat and email, in this order; null while that is counted. */
export function sayListed(fits: readonly Fit[]): SaidFit | null {
  const said = sayFit(fits);
  const [phone, chat, email] = fits;
  if (said === null || phone === undefined || chat === undefined || email === undefined) return null;
  const text = `Phone ${count(phone.yes)}, chat ${count(chat.yes)}, email ${count(email.yes)}`;
  return said.isWhole ? { ...said, text } : { ...said, text: `${text}; ${said.text}` };
}

/** How many leaders who are given by name were found. */
export function sayNamed({
  given,
  found,
  unfound,
}: Pick<FoundNamed, 'given' | 'found' | 'unfound'>): SaidFit {
  const [first] = unfound;
  return {
    text: `Given by name: ${found === given ? `all ${count(given)}` : `${count(found)} of ${count(given)}`} found`,
    isWhole: found === given,
    example: first === undefined ? null : `Not “${shortened(first.text)}”.`,
  };
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
