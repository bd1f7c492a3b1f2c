// What is spoilt, and the commands that then read it.

/** Paths in the workspace that `child.mjs` lays out. */
export const cases = [
  { kind: 'chapter', file: 'policy/chapters/main.yaml', runs: [['check'], ['diff', '--fail-on', 'none'], ['build', '--draft'], ['locale', 'status']] },
  { kind: 'policy', file: 'policy/policy.yaml', runs: [['check'], ['diff', '--fail-on', 'none'], ['archive', 'list']] },
  { kind: 'locale', file: 'policy/locales/zh-CN/main.yaml', runs: [['check'], ['locale', 'status'], ['locale', 'import', 'texts.json']] },
  { kind: 'register', file: 'policy/registers/sdks.csv', runs: [['check'], ['diff', '--fail-on', 'none']] },
  { kind: 'taxonomy', file: 'policy/taxonomy.yaml', runs: [['check'], ['diff', '--fail-on', 'none']] },
  { kind: 'note', file: 'policy/changes/note.md', runs: [['check'], ['diff'], ['note', '--rebase']] },
  { kind: 'workspace', file: 'policyc.yaml', runs: [['check'], ['diff', '--fail-on', 'none']] },
  { kind: 'document', file: 'a.md', runs: [['diff', 'a.md', 'b.md', '--fail-on', 'none']] },
  { kind: 'document', file: 'b.md', runs: [['diff', 'a.md', 'b.md', '--fail-on', 'none'], ['diff', 'b.md', 'a.md', '--format', 'json']] },
  { kind: 'page', file: 'a.html', runs: [['diff', 'a.html', 'b.html', '--fail-on', 'none'], ['diff', 'b.html', 'a.html', '--format', 'json'], ['import', 'a.html', 'new']] },
  { kind: 'manifest', file: 'policy/archive/0001/manifest.json', json: true, runs: [['archive', 'list'], ['archive', 'verify'], ['diff', '--fail-on', 'none']] },
  { kind: 'policy.json', file: 'policy/archive/0001/public/policy.json', json: true, hashed: true, runs: [['diff', '--fail-on', 'none'], ['archive', 'verify'], ['build']] },
  { kind: 'changes.json', file: 'policy/archive/0001/public/changes.json', json: true, hashed: true, runs: [['build'], ['archive', 'show', 'latest'], ['diff', '--fail-on', 'none']] },
  { kind: 'decisions.json', file: 'policy/archive/0001/internal/decisions.json', json: true, hashed: true, runs: [['archive', 'list'], ['archive', 'record', '#1', '--channel', 'e-mail', '--sent', '2022-01-01', '--evidence', 'T-1', '--by', 'me'], ['diff', 'archive:#1', '--fail-on', 'none']] },
  { kind: 'notices', file: 'policy/archive/0001.notices.jsonl', json: true, runs: [['archive', 'list'], ['archive', 'verify'], ['build']] },
  { kind: 'compiled', file: 'p.json', json: true, runs: [['diff', 'p.json', '-p', 'policy', '--fail-on', 'none'], ['diff', 'p.json', 'policy', '-p', 'policy', '--format', 'json']] },
  { kind: 'xliff', file: 'texts.xlf', runs: [['locale', 'import', 'texts.xlf']] },
  { kind: 'json', file: 'texts.json', json: true, runs: [['locale', 'import', 'texts.json']] },
  { kind: 'revision', argument: true, runs: [['diff', '', '--fail-on', 'none'], ['archive', 'show', '']] },
]; // biome-ignore format: one table

/** What somebody may write for a revision, to spoil. */
export const revisions = [
  'archive:latest',
  'archive:#1',
  'archive:2022-01-01',
  'git:HEAD',
  'git:index',
  'merge-base:main',
  'policy',
  '#1',
  '2022-01-01',
];
