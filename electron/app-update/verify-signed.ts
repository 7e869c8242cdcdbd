import { verifySignature } from 'electron-updater/out/windowsExecutableCodeSignatureVerifier.js';

type Verify = typeof verifySignature;

const UNCHECKED = 'the signature could not be checked';

/** What the library notes when Windows has vouched for the very file that was asked about. */
const VOUCHED = 'LiteralPath: ';
/** What it notes when it lets a file pass that it could not look at. */
const PASSED_OVER = /ignoring signature|unable to verify/i;

/**
 * Checks who signed an installer, by Windows' Authenticode: null where it is one of the publishers, else why not. The
 * library lets a file pass where PowerShell is missing, old or closed to it, as it is to many people at work; here
 * only what Windows has vouched for passes.
 */
export async function verifySigned(
  publishers: string[],
  path: string,
  verify: Verify = verifySignature,
): Promise<string | null> {
  const notes: string[] = [];
  const note = (said: unknown): void => void notes.push(String(said));
  const why = await verify(publishers, path, { info: note, warn: note, error: note }).catch(() => UNCHECKED);
  if (why !== null) return why;
  const isVouchedFor = notes.some((said) => said.startsWith(VOUCHED));
  return isVouchedFor && !notes.some((said) => PASSED_OVER.test(said)) ? null : UNCHECKED;
}
