/** With which day weeks begin where the user is, from Monday, 1, to Sunday, 7; Monday where nobody knows. */
export function firstWeekday(locale: string): number {
  const info: unknown = callIfThere(new Intl.Locale(locale), 'getWeekInfo');
  const day = typeof info === 'object' && info !== null && 'firstDay' in info ? info.firstDay : null;
  return typeof day === 'number' ? day : 1;
}

/** `getWeekInfo` is newer than the language version that the window is checked against, and Firefox lacks it. */
function callIfThere(object: Intl.Locale, name: string): unknown {
  const method: unknown = Reflect.get(object, name);
  return typeof method === 'function' ? Reflect.apply(method, object, []) : null;
}
