import type { Fit } from '../../shared/mapping/count-fit.ts';

/** How many texts fit, in a few words; null while it is counted. */
export function sayFit(
  fits: readonly Fit[],
): { readonly text: string; readonly isWhole: boolean; readonly example: string | null } | null {
  const worst = fits.toSorted((a, b) => a.fits - a.filled - (b.fits - b.filled))[0];
  if (worst === undefined) return null;
  const { filled, fits: fit, unfit } = worst;
  const isWhole = fit === filled;
  const example = unfit === null ? null : `Not “${unfit}”.`;
  if (filled === 0) return { text: 'No text', isWhole: true, example };
  const text = isWhole ? `All ${count(filled)} fit` : `${count(fit)} of ${count(filled)} fit`;
  return { text, isWhole, example };
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}
