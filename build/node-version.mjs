// Which versions of Node the tools of this folder run on. `.npmrc` silences npm's warnings about it, one for each package.

/** The oldest version that works; Electron's packages ask for the newer one. */
const OLDEST = [20, 19];
const SUPPORTED = [22, 12];

/**
 * Whether the project's tools run on a version of Node, and what to say about it first.
 * @param {string} version
 * @returns {{ usable: boolean, sentence: string | null }}
 */
export function judgeNode(version) {
  if (isAtLeast(version, SUPPORTED)) return { usable: true, sentence: null };
  const usable = isAtLeast(version, OLDEST);
  const sentence = usable
    ? `Node ${version} works, but Rollcall is made for Node ${SUPPORTED.join('.')} or newer.`
    : `Rollcall needs Node ${SUPPORTED.join('.')} or newer; this is Node ${version}.`;
  return { usable, sentence };
}

/**
 * @param {string} version
 * @param {readonly number[]} wanted
 */
function isAtLeast(version, [major = 0, minor = 0]) {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
