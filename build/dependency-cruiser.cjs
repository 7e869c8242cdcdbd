// The layers: electron/ and renderer/ import shared/, never each other; shared/ imports neither.

/**
 * The folders that each folder of shared/ may import beside itself: one way, person → roster → rules → the others. Rules and
 * team import each other still, since how a cell is read stands with the rule that checks it.
 */
const SHARED = {
  failures: [],
  person: [],
  text: ['failures', 'person'],
  roster: ['failures', 'person', 'text', 'rules/cell-rules'],
  matching: ['roster'],
  team: ['person', 'roster', 'rules', 'text'],
  rules: ['failures', 'matching', 'person', 'roster', 'team'],
  find: ['failures', 'person', 'roster', 'rules'],
  leaders: ['matching', 'person', 'roster', 'rules'],
  fixes: ['person', 'roster', 'rules', 'team'],
  import: ['failures', 'matching', 'person', 'roster', 'rules', 'text'],
  export: ['person', 'roster', 'rules', 'team', 'text'],
  upload: ['failures', 'person', 'roster', 'rules', 'team', 'text'],
  drafts: ['person', 'roster', 'text'],
  organization: ['failures', 'import', 'team', 'text'],
  contract: ['failures', 'import', 'organization', 'roster', 'text', 'upload'],
  app: ['contract', 'failures'],
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-circular-folders-of-the-host',
      comment: 'system ← files ← agent-connect … ← host ← shell, web host: each folder imports one way only.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^electron/' },
      to: { circular: true },
    },
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
        path: 'node_modules/(electron|react|react-dom|@mantine|ag-grid-community|zustand|iconv-lite|hucre|numfmt)/',
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
      from: { path: '^electron/(system|files|host|web-host|cli|drafts|uploads|organization|agent-connect)/' },
      to: { path: 'node_modules/electron/' },
    },
    ...Object.entries(SHARED).map(([folder, others]) => ({
      name: `shared-${folder}-imports-its-own`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^shared/${folder}/` },
      to: { path: '^shared/', pathNot: `^shared/(${[folder, ...others].join('|')})/` },
    })),
    {
      name: 'shared-folder-has-a-place',
      comment: 'A new folder of shared/ says above what it may import.',
      severity: 'error',
      from: { path: '^shared/', pathNot: `^shared/(${Object.keys(SHARED).join('|')})/` },
      to: { path: '^shared/' },
    },
    ...inOrder('renderer/grid', [
      'view',
      'commands',
      'selection',
      'popups',
      'clipboard',
      'editing',
      'input',
      'columns',
    ]),
    {
      name: 'grid-knows-few-features',
      comment: 'What others add to the grid they hand to it; it marks problems and uploads itself.',
      severity: 'error',
      from: { path: '^renderer/grid/' },
      to: { path: '^renderer/(?!app/|ui/|grid/|problems/problem-(?:places|commands)|upload/marks/)' },
    },
    {
      name: 'find-knows-the-grid-alone',
      severity: 'error',
      from: { path: '^renderer/find/' },
      to: { path: '^renderer/(?!app/|ui/|grid/|find/)' },
    },
    {
      name: 'ui-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^renderer/(?!app/|ui/)' },
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

/**
 * Rules for folders of which each may import those before it, and none of those after it.
 *
 * @param {string} parent
 * @param {readonly string[]} folders
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]}
 */
function inOrder(parent, folders) {
  return folders.map((folder, index) => ({
    name: `${folder}-knows-those-before-it`,
    comment: `The folders of ${parent} in order: ${folders.join(', ')}, and the root last.`,
    severity: 'error',
    from: { path: `^${parent}/${folder}/` },
    to: { path: `^${parent}/(?!(?:${folders.slice(0, index + 1).join('|')})/)` },
  }));
}
