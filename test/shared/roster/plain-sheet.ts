import type { SheetTraits } from '../../../shared/text/source-form.ts';

/** The traits of a sheet that has nothing merged, hidden or uncalculated. */
export const PLAIN_SHEET: SheetTraits = { merged: [], hiddenRows: [], hiddenColumns: [], uncalculated: [] };
