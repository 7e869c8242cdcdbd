import { allLocales } from '@faker-js/faker';
import { inCapitals, LANGUAGES } from '../../electron/files/encoding/people-of-languages.ts';

/**
 * Names of people and places in the 75 locales of @faker-js/faker and in the languages of the encoding tests, these also in
 * capitals. One name of faker's Dutch list, “Ãmer”, is damaged itself (it was Ömer) and left out.
 */
export const NAMES: readonly string[] = [...new Set([...fromFaker(), ...fromEncodingTests()])].filter(
  (name) => name !== 'Ã\u0096mer' && name !== 'Ã–mer',
);

function* fromFaker(): Generator<string> {
  for (const { person, location } of Object.values(allLocales)) {
    for (const list of [person?.first_name, person?.last_name, person?.middle_name]) yield* textsIn(list);
    for (const list of [location?.city_name, location?.state, location?.country]) yield* textsIn(list);
  }
}

function* fromEncodingTests(): Generator<string> {
  for (const { firstNames, lastNames, towns } of LANGUAGES.flatMap((of) => [of, inCapitals(of)])) {
    yield* [...firstNames, ...lastNames, ...towns];
    for (const [place, name] of firstNames.entries()) {
      yield `${name} ${lastNames[place % lastNames.length] ?? ''}`;
    }
  }
}

/** The texts in a list of faker's, which may be split by gender and weighted. */
function* textsIn(list: unknown): Generator<string> {
  if (typeof list === 'string') yield list;
  else if (Array.isArray(list)) for (const item of list) yield* textsIn(item);
  else if (typeof list === 'object' && list !== null)
    for (const item of Object.values(list)) yield* textsIn(item);
}
