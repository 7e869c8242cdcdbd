/** What a measure found: its figure as the table shows it, and the absolute values it was made of, for the curious. */
export interface Finding {
  /** The ratio (or, for P4, the microseconds); null where it could not be measured here, which `details` explains. */
  readonly figure: number | null;
  readonly details: string;
}

/** Hands the finding to `build/bench.mjs`, which started this file as a process of its own. */
export function report(finding: Finding): void {
  console.log(JSON.stringify(finding));
}

/** Milliseconds with a digit where it tells something. */
export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-US')} ms`;
}
