/** The part of papaparse 5 that the reader uses; @types/papaparse would bring Node's types into shared/. */
declare module 'papaparse' {
  interface ParserConfig {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly quoteChar?: string;
    /** Rows to stop after; 0 for all of them. */
    readonly preview?: number;
    /** True splits at delimiters and line breaks alone and takes every quote for text. */
    readonly fastMode?: boolean;
  }

  export interface ParseError {
    readonly code: 'MissingQuotes' | 'InvalidQuotes';
    /** Place in `data` of the row the error is in, which may not be complete yet. */
    readonly row: number;
    /** Place in the text after the quote that opens the cell. */
    readonly index: number;
  }

  export interface ParseResult {
    readonly data: string[][];
    readonly errors: readonly ParseError[];
    /** `cursor` is the place in the text after the last complete row. */
    readonly meta: { readonly cursor: number };
  }

  interface Parser {
    parse(text: string, baseIndex: number, ignoreLastRow: boolean): ParseResult;
  }

  const Papa: { readonly Parser: new (config: ParserConfig) => Parser };
  export default Papa;
}
