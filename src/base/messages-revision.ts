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
  'workspace-missing': failure<{ file: string; folder: string; below: string | undefined }>(
    'no-workspace',
    { file: 'policyc.yaml', folder: 'src', below: 'packages/legal' },
    (a) => ({
      reason: `neither ${a.file} nor policy.yaml is in ${a.folder} or above it.`,
      fix:
        a.below === undefined
          ? `Go to your policies, or begin with one: policyc init, or policyc import FILE. ${a.file} lists policy folders.`
          : `Go to your policies, or say where they are: --cwd ${shellWord(a.below)}`,
    }),
  ),
  'workspace-has-errors': failure<{ where: string; problem: Problem }>(
    'invalid-workspace',
    first,
    (a, words) => ({
      reason: `${a.where}: ${words(a.problem).reason}`,
      fix: words(a.problem).fix,
    }),
  ),
  'staged-workspace-has-errors': failure<{ first: FirstError; file: string }>(
    'invalid-workspace',
    { first, file: 'policyc.yaml' },
    (a, words) => ({
      reason: `what is staged has errors. ${a.first.where}: ${words(a.first.problem).reason}`,
      fix: `Fix it, then stage it: git add ${a.file}`,
    }),
  ),
  'target-has-errors': failure<{ place: string; ref: string; first: FirstError }>(
    'invalid-workspace',
    { place: 'where this pull request branched off main (1a2b3c4d5e6f)', ref: 'main', first },
    (a, words) => ({
      reason: `${a.place}, ${a.first.where}: ${words(a.first.problem).reason}`,
      fix: mendOn(a.ref),
    }),
  ),
  'target-policy-missing': failure(
    'invalid-workspace',
    { place: 'where this pull request branched off main (1a2b3c4d5e6f)', ref: 'main', file: 'policy.yaml' },
    (a) => ({
      reason: `${a.place}, ${a.file} is missing, or cannot be read.`,
      fix: mendOn(a.ref),
    }),
  ),
  'target-policy-nameless': failure(
    'invalid-workspace',
    { place: 'where this pull request branched off main (1a2b3c4d5e6f)', ref: 'main', file: 'policy.yaml' },
    (a) => ({
      reason: `${a.place}, ${a.file} has no id.`,
      fix: mendOn(a.ref),
    }),
  ),
  'listed-policy-missing': failure(
    'no-such-policy',
    { file: 'policyc.yaml', path: 'policies/shop' },
    (a) => ({
      reason: `${a.file} lists ${a.path}, and there is no policy.yaml in it.`,
      fix: a.path.includes('*')
        ? 'List each policy folder: a star stands for nothing here.'
        : `Create ${a.path}/policy.yaml, or take it off the list.`,
    }),
  ),
  'listed-policy-twice': failure(
    'invalid-workspace',
    { file: 'policyc.yaml', path: 'policies/shop' },
    (a) => ({
      reason: `${a.file} lists ${a.path} twice.`,
      fix: 'Take one of them off the list.',
    }),
  ),
  'policies-share-id': failure(
    'invalid-workspace',
    { id: 'shop', paths: ['policies/shop', 'policies/forum'] },
    (a) => ({
      reason: `${list(a.paths, 'and')} are both called ${a.id}: their pages and archives could not be told apart.`,
      fix: 'Give the newer one an id of its own, in its policy.yaml.',
    }),
  ),
  'path-missing': failure<{ path: string; meant?: string | undefined }>(
    'no-such-file',
    { path: 'policies/shpo' },
    (a) => ({
      reason: `${a.path} does not exist.`,
      fix: didYouMean(a.meant, 'Name a policy folder, or a file in one.'),
    }),
  ),
  'start-no-folder': failure('no-such-file', { path: 'policies/shop/policy.yaml', exists: true }, (a) => ({
    reason: a.exists ? `${a.path} is a file: no command can run in it.` : `${a.path} does not exist.`,
    fix: 'Name the folder to run in: --cwd FOLDER, or --config FOLDER/policyc.yaml.',
  })),
  'path-of-no-policy': failure('no-such-policy', { path: 'docs', file: 'policyc.yaml' }, (a) => ({
    reason: `${a.path} belongs to no policy of this workspace.`,
    fix: `Add its folder to policies: in ${a.file}.`,
  })),
  'policy-left-out': failure(
    'not-checked-out',
    { path: 'policies/shop', files: 2, first: 'policies/shop/policy.yaml', folder: 'policies/shop' },
    (a) => ({
      reason: `this sparse checkout leaves out ${a.files === 1 ? a.first : `${a.files} files of ${a.path}, such as ${a.first}`}.`,
      fix: `Bring it in, at the top of the repository: git sparse-checkout add ${shellWord(a.folder)}`,
    }),
  ),
  'policy-linked': failure<{ path: string; link: string; problem: Problem }>(
    'linked-folder',
    {
      path: 'policies/shop',
      link: 'policies',
      problem: { code: 'file-irregular', args: { what: 'link-out' } },
    },
    (a) => ({
      reason: `${a.link === a.path ? a.path : `${a.path} is reached through ${a.link}, which`} is a symbolic link.`,
      fix: 'Put the folder itself there: nothing is read or written through links.',
    }),
  ),
  'policy-irregular': failure<{ where: string; problem: Problem }>(
    'linked-folder',
    { where: 'chapters/main.yaml', problem: { code: 'file-irregular', args: { what: 'link-out' } } },
    (a, words) => ({
      reason: `${a.where}: ${words(a.problem).reason}`,
      fix: words(a.problem).fix,
    }),
  ),
  'policy-has-errors': failure<{ first: FirstError | undefined }>(
    'invalid-policy',
    { first },
    (a, words) => ({
      reason: `the policy has errors.${a.first ? ` ${a.first.where}: ${words(a.first.problem).reason}` : ''}`,
      fix: 'policyc check lists them all.',
    }),
  ),
  'side-has-errors': failure<{ side: Side; first: FirstError | undefined }>(
    'invalid-policy',
    { side: { of: 'working-tree', path: 'policies/shop' }, first },
    (a, words) =>
      a.side.of === 'folder' && a.first?.problem.code === 'file-missing'
        ? {
            reason: `${a.side.path === '.' ? 'this folder' : a.side.path} has no policy.yaml.`,
            fix: 'Name the folder of a policy.',
          }
        : {
            reason: `${sideWords(a.side)} has errors.${a.first ? ` ${a.first.where}: ${words(a.first.problem).reason}` : ''}`,
            fix: sideFix(a.side),
          },
  ),

  // Revisions and documents
  'revision-unknown': failure<{ text: string; meant?: string | undefined }>(
    'no-such-revision',
    { text: 'archiv:latest' },
    (a) => ({
      reason: `${a.text} is neither a revision nor a path.`,
      fix: didYouMean(
        a.meant,
        'Write archive:latest, archive:#3, archive:2021-10-24, git:REF, git:index, merge-base:REF, a policy folder or a policy.json.',
      ),
    }),
  ),
  'revision-without-policy': failure('no-such-revision', { text: 'git:v1' }, (a) => ({
    reason: `${a.text} has no policy at this path.`,
    fix: 'Was the folder moved or added later? Compare with archive:latest instead.',
  })),
  'policy-not-compiled': failure<{ text: string; why: Why | undefined }>(
    'no-such-revision',
    { text: 'policy.docx', why: why('not-json') },
    (a) => ({
      reason: `${a.text} is not a compiled policy${a.why === undefined ? '' : `: ${because(a.why)}`}.`,
      fix: `Name a policy folder, or a policy.json that policyc wrote.${/\.(?:json|ya?ml)$/i.test(a.text) ? '' : ' A document ends in .md, .txt or .html: convert others first (pandoc FILE -o FILE.md).'}`,
    }),
  ),
  'documents-expected': failure<{ base: string; head: string | undefined }>(
    'usage',
    { base: 'old.md', head: 'policies/shop' },
    (a) => ({
      reason: `${a.base} and ${a.head ?? 'the working tree'} are not both documents.`,
      fix: 'Compare a document (Markdown, text or HTML) with another one: policyc diff old.md new.md',
    }),
  ),
  'document-missing': failure('no-such-revision', { text: 'old.md' }, (a) => ({
    reason: `there is no document ${a.text}.`,
    fix: 'Check the path.',
  })),
  'document-unreadable': failure<{ text: string; first: Problem | undefined }>(
    'no-such-revision',
    { text: 'old.md', first: { code: 'file-unreadable', args: { why: why('not-utf8') } } },
    (a, words) => {
      const { reason, fix } = a.first
        ? words(a.first)
        : { reason: 'It cannot be read.', fix: 'Check the file.' };
      return { reason: `${a.text}: ${reason}`, fix };
    },
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
