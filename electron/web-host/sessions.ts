import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Host } from '../host/host.ts';

/** What a page gets for an entry token: the token of its calls, and the one with which it enters again after a reload. */
export interface Entered {
  readonly session: string;
  readonly reload: string;
}

/** Who may talk to the web host: one page at a time, which entered with a token that only it was given. */
export interface Sessions {
  /** Makes the token with which the first page enters, once, within a minute. */
  issueLaunch(): string;
  /**
   * Takes an entry token and answers a new session in place of the one before, or null. A reload token opens until the
   * session that it opened makes its first call: a page that is reloaded while it enters never gets the answer.
   */
  enter(token: string): Promise<Entered | null>;
  /** The host of the session with this token, or null. */
  find(token: string): Host | null;
  /**
   * The page is being left: it may enter again within a minute, as a reloaded page does. What it held is free meanwhile,
   * as nobody can tell whether it will.
   */
  leave(): Promise<void>;
  end(): Promise<void>;
}

/** A key to one door that opens once. `until` is in milliseconds of the clock handed in. */
interface Entry {
  readonly digest: Buffer;
  until: number;
}

interface Session {
  readonly digest: Buffer;
  readonly host: Host;
}

/** Milliseconds in which a launched or reloaded page must have entered. */
export const ENTRY_TIME = 60_000;

/** No session yet. `now` is a clock of milliseconds that never goes back. */
export function createSessions(makeHost: () => Host, now: () => number = () => performance.now()): Sessions {
  let launch: Entry | null = null;
  let reload: Entry | null = null;
  /** The reload token that opened the session, which has made no call yet. */
  let spent: Entry | null = null;
  let session: Session | null = null;

  const opens = (entry: Entry | null, token: string): boolean =>
    entry !== null && isToken(token, entry.digest) && now() < entry.until;

  return {
    issueLaunch() {
      const token = newToken();
      launch = { digest: tokenDigest(token), until: now() + ENTRY_TIME };
      return token;
    },
    async enter(token) {
      const launched = opens(launch, token);
      const reloaded = [reload, spent].find((entry) => opens(entry, token)) ?? null;
      if (!launched && reloaded === null) return null;
      if (launched) launch = null;
      spent = reloaded && { digest: reloaded.digest, until: now() + ENTRY_TIME };
      const before = session;
      const entered = { session: newToken(), reload: newToken() };
      session = { digest: tokenDigest(entered.session), host: makeHost() };
      reload = { digest: tokenDigest(entered.reload), until: Infinity };
      await before?.host.end();
      return entered;
    },
    find(token) {
      if (session === null || !isToken(token, session.digest)) return null;
      // A page that calls is there, even if it said that it was leaving.
      if (reload !== null) reload.until = Infinity;
      spent = null;
      return session.host;
    },
    async leave() {
      if (reload !== null) reload.until = now() + ENTRY_TIME;
      await session?.host.leave();
    },
    async end() {
      launch = reload = spent = null;
      const last = session;
      session = null;
      await last?.host.end();
    },
  };
}

/** A fresh secret of 256 random bits, as text that a header and an address can carry. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: enough to know it again. */
export function tokenDigest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether a token is the one of a digest, in a time that says nothing about either, whatever its length. */
export function isToken(given: string, digest: Buffer): boolean {
  return timingSafeEqual(tokenDigest(given), digest);
}
