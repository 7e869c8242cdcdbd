import type { SheetTraits } from '../../../shared/roster/sheet-traits.ts';

/** The traits of a sheet that has nothing merged, hidden or uncalculated. */
export const PLAIN_SHEET: SheetTraits = { merged: [], hiddenRows: [], hiddenColumns: [], uncalculated: [] };
