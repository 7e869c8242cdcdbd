/** A typed file name with the suggested one's ending where it has none of its own; empty where nothing was typed. */
export function completeName(typed: string, suggested: string): string {
  const name = typed.trim();
  const ending = /\.[a-z0-9]{1,5}$/i;
  if (name === '' || ending.test(name)) return name;
  return name.replace(/\.+$/, '') + (ending.exec(suggested)?.[0] ?? '');
}
