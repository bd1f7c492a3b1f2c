import { didYouMean, failure, list, type Problem } from './message.ts';
import { because, type Why, why } from './messages-why.ts';
import { shellWord } from './shell-word.ts';

const restored = 'then bring this pull request up to date: git merge';

/** The first of the errors of a file or policy. */
export interface FirstError {
  readonly where: string;
  readonly problem: Problem;
}

/** What has errors, and so cannot be compared. */
export type Side =
  | { readonly of: 'request' }
  /** The path of the policy in its workspace. */
  | { readonly of: 'working-tree'; readonly path: string }
  | { readonly of: 'folder'; readonly path: string }
  | { readonly of: 'index' | 'commit'; readonly text: string }
  | { readonly of: 'target'; readonly policy: string; readonly place: string; readonly ref: string };

const example = { code: 'duplicate-entry', args: { value: { name: 'email' } } };
const first = { where: 'policy.yaml:3:7', problem: example };

/** Why workspaces, policies and revisions cannot be had. Each with arguments that show its words. */
export const revisionFailures = {
  // Workspaces and policies
  'workspace-missing': failure(
    'no-workspace',
    (a: { file: string; folder: string; below: string | undefined }) => ({
      reason: `neither ${a.file} nor policy.yaml is in ${a.folder} or above it.`,
      fix:
        a.below === undefined
          ? `Go to your policies, or begin with one: policyc init, or policyc import FILE. ${a.file} lists policy folders.`
          : `Go to your policies, or say where they are: --cwd ${shellWord(a.below)}`,
    }),
    { file: 'policyc.yaml', folder: 'src', below: 'packages/legal' },
  ),
  'workspace-has-errors': failure(
    'invalid-workspace',
    (a: { where: string; problem: Problem }, words) => ({
      reason: `${a.where}: ${words(a.problem).reason}`,
      fix: words(a.problem).fix,
    }),
    first,
  ),
  'staged-workspace-has-errors': failure(
    'invalid-workspace',
    (a: { first: FirstError; file: string }, words) => ({
      reason: `what is staged has errors. ${a.first.where}: ${words(a.first.problem).reason}`,
      fix: `Fix it, then stage it: git add ${a.file}`,
    }),
    { first, file: 'policyc.yaml' },
  ),
  'target-has-errors': failure(
    'invalid-workspace',
    (a: { place: string; ref: string; first: FirstError }, words) => ({
      reason: `${a.place}, ${a.first.where}: ${words(a.first.problem).reason}`,
      fix: mendOn(a.ref),
    }),
    { place: 'where this pull request branched off main (1a2b3c4d5e6f)', ref: 'main', first },
  ),
  'target-policy-missing': failure(
    'invalid-workspace',
    (a: { place: string; ref: string; file: string }) => ({
      reason: `${a.place}, ${a.file} is missing, or cannot be read.`,
      fix: mendOn(a.ref),
    }),
    { place: 'where this pull request branched off main (1a2b3c4d5e6f)', ref: 'main', file: 'policy.yaml' },
  ),
  'target-policy-nameless': failure(
    'invalid-workspace',
    (a: { place: string; ref: string; file: string }) => ({
      reason: `${a.place}, ${a.file} has no id.`,
      fix: mendOn(a.ref),
    }),
    { place: 'where this pull request branched off main (1a2b3c4d5e6f)', ref: 'main', file: 'policy.yaml' },
  ),
  'listed-policy-missing': failure(
    'no-such-policy',
    (a: { file: string; path: string }) => ({
      reason: `${a.file} lists ${a.path}, and there is no policy.yaml in it.`,
      fix: a.path.includes('*')
        ? 'List each policy folder: a star stands for nothing here.'
        : `Create ${a.path}/policy.yaml, or take it off the list.`,
    }),
    { file: 'policyc.yaml', path: 'policies/shop' },
  ),
  'listed-policy-twice': failure(
    'invalid-workspace',
    (a: { file: string; path: string }) => ({
      reason: `${a.file} lists ${a.path} twice.`,
      fix: 'Take one of them off the list.',
    }),
    { file: 'policyc.yaml', path: 'policies/shop' },
  ),
  'policies-share-id': failure(
    'invalid-workspace',
    (a: { id: string; paths: readonly string[] }) => ({
      reason: `${list(a.paths, 'and')} are both called ${a.id}: their pages and archives could not be told apart.`,
      fix: 'Give the newer one an id of its own, in its policy.yaml.',
    }),
    { id: 'shop', paths: ['policies/shop', 'policies/forum'] },
  ),
  'path-missing': failure(
    'no-such-file',
    (a: { path: string; meant?: string | undefined }) => ({
      reason: `${a.path} does not exist.`,
      fix: didYouMean(a.meant, 'Name a policy folder, or a file in one.'),
    }),
    { path: 'policies/shpo' },
  ),
  'start-no-folder': failure(
    'no-such-file',
    (a: { path: string; exists: boolean }) => ({
      reason: a.exists ? `${a.path} is a file: no command can run in it.` : `${a.path} does not exist.`,
      fix: 'Name the folder to run in: --cwd FOLDER, or --config FOLDER/policyc.yaml.',
    }),
    { path: 'policies/shop/policy.yaml', exists: true },
  ),
  'path-of-no-policy': failure(
    'no-such-policy',
    (a: { path: string; file: string }) => ({
      reason: `${a.path} belongs to no policy of this workspace.`,
      fix: `Add its folder to policies: in ${a.file}.`,
    }),
    { path: 'docs', file: 'policyc.yaml' },
  ),
  'policy-left-out': failure(
    'not-checked-out',
    (a: { path: string; files: number; first: string; folder: string }) => ({
      reason: `this sparse checkout leaves out ${a.files === 1 ? a.first : `${a.files} files of ${a.path}, such as ${a.first}`}.`,
      fix: `Bring it in, at the top of the repository: git sparse-checkout add ${shellWord(a.folder)}`,
    }),
    { path: 'policies/shop', files: 2, first: 'policies/shop/policy.yaml', folder: 'policies/shop' },
  ),
  'policy-linked': failure(
    'linked-folder',
    (a: { path: string; link: string; problem: Problem }) => ({
      reason: `${a.link === a.path ? a.path : `${a.path} is reached through ${a.link}, which`} is a symbolic link.`,
      fix: 'Put the folder itself there: nothing is read or written through links.',
    }),
    {
      path: 'policies/shop',
      link: 'policies',
      problem: { code: 'file-irregular', args: { what: 'link-out' } },
    },
  ),
  'policy-irregular': failure(
    'linked-folder',
    (a: { where: string; problem: Problem }, words) => ({
      reason: `${a.where}: ${words(a.problem).reason}`,
      fix: words(a.problem).fix,
    }),
    { where: 'chapters/main.yaml', problem: { code: 'file-irregular', args: { what: 'link-out' } } },
  ),
  'policy-has-errors': failure(
    'invalid-policy',
    (a: { first: FirstError | undefined }, words) => ({
      reason: `the policy has errors.${a.first ? ` ${a.first.where}: ${words(a.first.problem).reason}` : ''}`,
      fix: 'policyc check lists them all.',
    }),
    { first },
  ),
  'side-has-errors': failure(
    'invalid-policy',
    (a: { side: Side; first: FirstError | undefined }, words) =>
      a.side.of === 'folder' && a.first?.problem.code === 'file-missing'
        ? {
            reason: `${a.side.path === '.' ? 'this folder' : a.side.path} has no policy.yaml.`,
            fix: 'Name the folder of a policy.',
          }
        : {
            reason: `${sideWords(a.side)} has errors.${a.first ? ` ${a.first.where}: ${words(a.first.problem).reason}` : ''}`,
            fix: sideFix(a.side),
          },
    { side: { of: 'working-tree', path: 'policies/shop' }, first },
  ),

  // Revisions and documents
  'revision-unknown': failure(
    'no-such-revision',
    (a: { text: string; meant?: string | undefined }) => ({
      reason: `${a.text} is neither a revision nor a path.`,
      fix: didYouMean(
        a.meant,
        'Write archive:latest, archive:#3, archive:2021-10-24, git:REF, git:index, merge-base:REF, a policy folder or a policy.json.',
      ),
    }),
    { text: 'archiv:latest' },
  ),
  'revision-without-policy': failure(
    'no-such-revision',
    (a: { text: string }) => ({
      reason: `${a.text} has no policy at this path.`,
      fix: 'Was the folder moved or added later? Compare with archive:latest instead.',
    }),
    { text: 'git:v1' },
  ),
  'policy-not-compiled': failure(
    'no-such-revision',
    (a: { text: string; why: Why | undefined }) => ({
      reason: `${a.text} is not a compiled policy${a.why === undefined ? '' : `: ${because(a.why)}`}.`,
      fix: 'Name a policy folder, or a policy.json that policyc wrote.',
    }),
    { text: 'policy.json', why: why('not-json') },
  ),
  'documents-expected': failure(
    'usage',
    (a: { base: string; head: string | undefined }) => ({
      reason: `${a.base} and ${a.head ?? 'the working tree'} are not both documents.`,
      fix: 'Compare a document (Markdown, text or HTML) with another one: policyc diff old.md new.md',
    }),
    { base: 'old.md', head: 'policies/shop' },
  ),
  'document-missing': failure(
    'no-such-revision',
    (a: { text: string }) => ({ reason: `there is no document ${a.text}.`, fix: 'Check the path.' }),
    { text: 'old.md' },
  ),
  'document-unreadable': failure(
    'no-such-revision',
    (a: { text: string; first: Problem | undefined }, words) => {
      const { reason, fix } = a.first
        ? words(a.first)
        : { reason: 'It cannot be read.', fix: 'Check the file.' };
      return { reason: `${a.text}: ${reason}`, fix };
    },
    { text: 'old.md', first: { code: 'file-unreadable', args: { why: why('not-utf8') } } },
  ),
};

function mendOn(ref: string): string {
  return `Mend it on ${ref}, ${restored} ${ref}`;
}

function sideWords(side: Side): string {
  switch (side.of) {
    case 'working-tree':
      return side.path === '.' ? 'The working tree' : `The working tree of ${side.path}`;
    case 'request':
      return 'The request';
    case 'folder':
      return `The policy in ${side.path}`;
    case 'index':
    case 'commit':
      return `The policy at ${side.text}`;
    case 'target':
      return `The policy ${side.policy}, ${side.place},`;
  }
}

function sideFix(side: Side): string {
  switch (side.of) {
    case 'index':
      return 'Fix it, then stage it: policyc check lists everything, git add stages.';
    case 'commit':
      return 'Compare with another commit: git log --oneline lists them.';
    case 'target':
      return mendOn(side.ref);
    default:
      return 'policyc check lists them all.';
  }
}
