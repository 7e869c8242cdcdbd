/** With which day weeks begin where the user is, from Monday, 1, to Sunday, 7; Monday where nobody knows. */
export function firstWeekday(locale: string): number {
  const info = weekInfoOf(new Intl.Locale(locale));
  const day = typeof info === 'object' && info !== null && 'firstDay' in info ? info.firstDay : null;
  return typeof day === 'number' ? day : 1;
}

/** A method by the standard, a property in engines that came before it, nothing in Firefox. */
function weekInfoOf(locale: Intl.Locale): unknown {
  const method: unknown = Reflect.get(locale, 'getWeekInfo');
  if (typeof method === 'function') return Reflect.apply(method, locale, []);
  return Reflect.get(locale, 'weekInfo');
}
