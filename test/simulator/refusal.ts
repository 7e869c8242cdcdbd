/** An answer that says no: the status, and words in a body whose form is nowhere documented. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: 400 | 403 | 404 | 422 | 429, words: string) {
    super(words);
    this.status = status;
  }
}
