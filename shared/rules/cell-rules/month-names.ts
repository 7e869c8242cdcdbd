/** The months in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish and Polish. */
const MONTHS = [
  'january januar jänner janvier enero gennaio janeiro januari stycznia styczeń',
  'february februar février febrero febbraio fevereiro februari lutego luty',
  'march märz mars marzo março maart marca marzec marts',
  'april avril abril aprile kwietnia kwiecień',
  'may mai mayo maggio maio mei maj maja',
  'june juni juin junio giugno junho czerwca czerwiec',
  'july juli juillet julio luglio julho lipca lipiec',
  'august août agosto augustus augusti sierpnia sierpień',
  'september septembre septiembre settembre setembro września wrzesień setiembre',
  'october oktober octobre octubre ottobre outubro października październik',
  'november novembre noviembre novembro listopada listopad',
  'december dezember décembre diciembre dicembre dezembro grudnia grudzień',
];

/** Short forms that are no beginning of a name above, or the beginning of two. */
const SHORT = new Map(
  Object.entries({ mrz: 3, mrt: 3, mar: 3, mai: 5, sept: 9, sep: 9, set: 9, jun: 6, jul: 7, juil: 7 }),
);

/** Days of the week, which say nothing that the date does not. */
export const WEEKDAY =
  /^(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)$/;

const names = new Map<string, number>(
  MONTHS.flatMap((list, at) => list.split(' ').map((name) => [plain(name), at + 1] as const)),
);

/** The number of the month that a word names in full or shortened to three letters or more, or null. */
export function monthOf(word: string): number | null {
  const wanted = plain(word);
  if (wanted.length < 3 || /\d/.test(wanted)) return null;
  const exact = names.get(wanted) ?? SHORT.get(wanted);
  if (exact !== undefined) return exact;
  const found = new Set<number>();
  for (const [name, month] of names) if (name.startsWith(wanted)) found.add(month);
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}
