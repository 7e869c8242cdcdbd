import { finish, type SlicedWork } from '../../../shared/roster/sliced-work.ts';

/** A function of sliced work as one that does all of it and answers its result. */
export function atOnce<Given extends readonly unknown[], Value>(
  work: (...given: Given) => SlicedWork<Value>,
): (...given: Given) => Value {
  return (...given) => finish(work(...given));
}
