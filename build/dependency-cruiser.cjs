// The layers of the house: electron/ and renderer/ import shared/, never each other; shared/ imports nothing of ours.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-stands-alone',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|test|build)/' },
    },
    {
      name: 'shared-touches-no-platform',
      comment: 'Rules and formats run in the window, the host and the command line alike.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-is-plain',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        path: 'node_modules/(electron|react|react-dom|@mantine|ag-grid-community|zustand|iconv-lite|jschardet|hucre|numfmt)/',
      },
    },
    {
      name: 'host-knows-no-window',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|test|build)/' },
    },
    {
      name: 'window-knows-no-host',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|test|build)/' },
    },
    {
      name: 'window-touches-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-only-at-the-edge',
      comment: 'Files, web host and command line run without Electron; only the desktop shell imports it.',
      severity: 'error',
      from: { path: '^electron/(files|web-host|cli|drafts|agent-connect)/' },
      to: { path: 'node_modules/electron/' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'test/tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
    exclude: { path: '\\?raw$' },
  },
};
