/**
 * electron-builder's `beforePack`: refuses the identity “-”. With the hardened runtime, which notarizing needs, macOS checks
 * that a program and its libraries are of one team, and an ad-hoc signature has none: the app would be packaged and not
 * start. The entitlement that switches this check off would do so in signed packages as well.
 * @param {{ electronPlatformName: string, packager: { config: { mac?: { identity?: string | null | undefined } | null } } }} context
 * @returns {Promise<void>}
 */
export default function refuseAdHoc({ electronPlatformName, packager: { config } }) {
  const isAdHoc = electronPlatformName === 'darwin' && config.mac?.identity === '-';
  return isAdHoc
    ? Promise.reject(
        new Error(
          'The hardened program does not start with an ad-hoc signature. Sign with a Developer ID (CSC_LINK), or leave out the identity for a package that only this Mac is to start.',
        ),
      )
    : Promise.resolve();
}
