/** An organization's web address, or its API's, from which people copy the subdomain. */
const ADDRESS = /^(?:https?:\/\/)?([^/.\s]+)\.(?:api\.)?stellaconnect\.net(?:\/.*)?$/i;

/** The subdomain in what was typed or pasted: of an address of Agent Connect its first part, else the text itself. */
export function readSubdomain(typed: string): string {
  const text = typed.trim();
  return (ADDRESS.exec(text)?.[1] ?? text).toLowerCase();
}
