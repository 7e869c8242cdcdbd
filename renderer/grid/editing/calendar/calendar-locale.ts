/**
 * The first of some languages in which the engine can write dates, else the app's own: a browser may say one by a name
 * that no standard knows, such as `en-US@posix`, and `Intl` refuses it with an error.
 */
export function calendarLocale(languages: readonly string[], ofApp: string): string {
  return languages.find(isKnown) ?? ofApp;
}

function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}

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
