/** What a step that can fail answers: a value, or a failure that says what happened. Exceptions are for bugs only. */
export type Result<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure };

/** Wraps a value as a successful result. */
export function success<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** Wraps a failure as a failed result. */
export function failure<Failure>(failed: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure: failed };
}

/** Closes a switch over a tagged union: a new tag that is not handled is a type error, and a bug when it runs. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
