/** What a spreadsheet would take for the beginning of a formula, or lose on the way to one. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell of a report as a spreadsheet shows it and never carries it out: an apostrophe goes before what looks like a formula. */
export function inertCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
