/** Why a workbook cannot be read; each is a failure code without its `workbook.` (or `file.`) prefix. */
type Why =
  | { readonly kind: 'damaged' | 'encrypted' | 'unsafe' | 'notText' | 'empty' }
  | { readonly kind: 'tooLarge'; readonly what: string }
  /** `form` as people know it, such as “OpenDocument (.ods)”. */
  | { readonly kind: 'otherForm'; readonly form: string }
  | { readonly kind: 'noSuchSheet'; readonly sheet: string; readonly sheets: readonly string[] };

/**
 * Thrown deep inside a workbook and caught once at its door (`parseWorkbook`), which answers it as a failure: bytes
 * from outside can be wrong at every step of parsing them, and each step is readable only without saying so.
 */
export class Unreadable extends Error {
  constructor(readonly why: Why) {
    super(why.kind);
  }
}

/** Ends the reading of a workbook whose bytes do not hold together. */
export function damaged(): never {
  throw new Unreadable({ kind: 'damaged' });
}
