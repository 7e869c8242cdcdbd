/** What an operating system does for secrets, in the form of Electron's `safeStorage`. */
export interface Protection {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  /** The keyring of a Linux desktop; elsewhere there is no such function. */
  getSelectedStorageBackend?(): string;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ readonly result: string }>;
}

/** Backends of a Linux desktop that disguise what they are given, by a password that everyone knows, or are none. */
const DISGUISES: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

/** How a ciphertext begins, on Linux, that was made with the password that everyone knows. */
const DISGUISED = 'v10';

/** Why nothing is kept where the operating system does not protect it. */
const NO_KEYRING = 'This computer has no keyring that Rollcall could use';
const ONLY_DISGUISE = 'The keyring of this desktop would only disguise them';

/** Something encrypted, with what it takes to read it again; or why there is none, as the beginning of a sentence. */
type Sealed = { readonly backend: string; readonly blob: string } | { readonly refused: string };

/**
 * Why the operating system protects nothing here, as the beginning of a sentence; null where it says that it does. Nothing
 * is encrypted for it, as a keyring may ask its user then.
 */
export async function whyUnprotected(protection: Protection): Promise<string | null> {
  if (DISGUISES.has(backendOf(protection))) return ONLY_DISGUISE;
  const isAvailable = await protection.isAsyncEncryptionAvailable().catch(() => false);
  return isAvailable ? null : NO_KEYRING;
}

/** Encrypts a text where the operating system really protects it, and says so where it does not. */
export async function seal(protection: Protection, text: string): Promise<Sealed> {
  const backend = backendOf(protection);
  const refused = await whyUnprotected(protection);
  if (refused !== null) return { refused };
  try {
    const encrypted = await protection.encryptStringAsync(text);
    const isDisguised =
      backend !== '' && encrypted.subarray(0, DISGUISED.length).toString('latin1') === DISGUISED;
    return isDisguised ? { refused: ONLY_DISGUISE } : { backend, blob: encrypted.toString('base64') };
  } catch {
    return { refused: NO_KEYRING };
  }
}

/** Decrypts what was sealed; null where the keyring is another one by now, or does not give it back. */
export async function unseal(
  protection: Protection,
  { backend, blob }: { readonly backend: string; readonly blob: string },
): Promise<string | null> {
  if (backend !== backendOf(protection)) return null;
  try {
    return (await protection.decryptStringAsync(Buffer.from(blob, 'base64'))).result;
  } catch {
    return null;
  }
}

/** The keyring of a Linux desktop; empty elsewhere. */
function backendOf(protection: Protection): string {
  return protection.getSelectedStorageBackend?.() ?? '';
}
