/**
 * The folder in which the user typed `npm start` or `npm run rollcall`: npm itself goes to the package's folder.
 * Scripts started by other scripts inherit `INIT_CWD` and have folders of their own, so only the named one is believed.
 * @param {string} script
 */
export function callerFolder(script) {
  const { INIT_CWD, npm_lifecycle_event: event } = process.env;
  return event === script && INIT_CWD ? INIT_CWD : process.cwd();
}
