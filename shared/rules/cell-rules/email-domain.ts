import { distance } from 'fastest-levenshtein';

/** Mail providers whose names are often misspelt, and real domains that only look like a slip of one. */
const PROVIDERS = ['gmail.com', 'googlemail.com', 'hotmail.com', 'yahoo.com', 'outlook.com', 'icloud.com'];
const NO_SLIPS = new Set([
  'mail.com',
  'ymail.com',
  'email.com',
  'gail.com',
  'hotmail.co',
  'yahoo.co',
  'cloud.com',
]);

/** Endings that are no top-level domain (IANA) but slips of one. */
const ENDINGS: Readonly<Record<string, string>> = {
  con: 'com',
  cmo: 'com',
  ocm: 'com',
  comm: 'com',
  coom: 'com',
  vom: 'com',
  nte: 'net',
  ner: 'net',
  ogr: 'org',
  rog: 'org',
  orgg: 'org',
};

const known = new Map<string, string | null>();

/** Domains remembered; a roster has few, a hostile file may have as many as rows. */
const MOST_KNOWN = 10_000;

/** The domain that a misspelt one was meant to be, such as gmail.com for gmial.com; null where nothing is misspelt. */
export function meantDomain(domain: string): string | null {
  const remembered = known.get(domain);
  if (remembered !== undefined) return remembered;
  if (known.size >= MOST_KNOWN) known.clear();
  const meant = findMeant(domain.toLowerCase());
  known.set(domain, meant);
  return meant;
}

function findMeant(domain: string): string | null {
  const dot = domain.lastIndexOf('.') + 1;
  const ending = domain.slice(dot);
  const mended = domain.slice(0, dot) + (Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? '') : ending);
  const provider = NO_SLIPS.has(mended) ? undefined : PROVIDERS.find((name) => isSlipOf(name, mended));
  const meant = provider ?? mended;
  return meant === domain ? null : meant;
}

/** One letter too many, too few or wrong, or two swapped; the ending must be there, since .co and .cm are countries. */
function isSlipOf(provider: string, domain: string): boolean {
  if (!domain.endsWith('.com') || Math.abs(domain.length - provider.length) > 1) return false;
  const steps = distance(provider, domain);
  return steps === 1 || (steps === 2 && isSwapped(provider, domain));
}

function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let at = 0;
  // Stryker disable next-line ConditionalExpression,EqualityOperator: two domains that are two steps apart differ before their ends
  while (at < one.length && one[at] === other[at]) at += 1;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
