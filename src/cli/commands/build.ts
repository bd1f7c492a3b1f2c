import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option } from 'commander';
import { folderFiles } from '../../archive/disk.ts';
import { namesIn } from '../../archive/notices.ts';
import type { Release } from '../../archive/release.ts';
import { plain } from '../../base/escape.ts';
import { type CannotWork, cannot } from '../../base/failure.ts';
import { raisedIn } from '../../consent/asks.ts';
import { type PlaceRefusal, placeRefusal } from '../../publish/output-place.ts';
import type { PrintedPage } from '../../publish/printed.ts';
import { pagesToPrint, planSite } from '../../publish/site.ts';
import type { SiteInput, SitePolicyInput } from '../../publish/site-policy.ts';
import { staleFiles, type Written, writeSite } from '../../publish/write.ts';
import { unprinted, writePrints } from '../../publish/write-printed.ts';
import { type FlavourName, flavourNames } from '../../render/flavours.ts';
import { placesMissing, type Shell } from '../../render/shell.ts';
import { counted } from '../../report/counted.ts';
import { verifiedRelease, versionsOn } from '../../revision/archive.ts';
import { changesIn, noticeStateOf } from '../../revision/notices.ts';
import { requireOwnIds } from '../../revision/one-id.ts';
import { workingRevision } from '../../revision/revision.ts';
import {
  type PolicyFolder,
  selectPolicies,
  soundWorkspace,
  type Workspace,
} from '../../revision/workspace.ts';
import { type Define, onPolicies, paperOption } from '../command.ts';
import { dateOrToday } from '../dates.ts';
import type { Paper } from '../paper.ts';
import { called, shown, textOnDisk } from '../paths.ts';
import type { OnPolicies } from '../policies.ts';
import { memoryOf, type Remembering, remembering } from '../remember.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  remembering(onPolicies(command))
    .option('--out <folder>', 'where to write; site.out of policyc.yaml, or site')
    .option('--as-of <date>', 'build as on that day (YYYY-MM-DD); today when none is given')
    .addOption(
      new Option(
        '--flavour <program>',
        'Markdown for a site that brings its own shell, in place of pages',
      ).choices(flavourNames),
    )
    .addOption(
      new Option('--shell <file>', 'an HTML page of the site to put each page in').conflicts('flavour'),
    )
    .addOption(
      new Option(
        '--fragment',
        'HTML without a page around it, for another program to put it in one',
      ).conflicts(['flavour', 'shell']),
    )
    .option('--draft', 'show the working tree too, marked as a draft')
    .option('--check', 'write nothing; fail when the output is not up to date')
    .addOption(
      new Option('--pdf', 'print versions as PDF too, with a Chromium of this machine').conflicts([
        'flavour',
        'shell',
        'fragment',
      ]),
    )
    .option('--browser <path>', 'with --pdf: the Chromium, Chrome or Edge; found when none is given')
    .addOption(paperOption('with --pdf: the size of the paper'))
    .option('--overwrite', 'replace pages that somebody changed since they were built')
    .action(async (options) => done(await build(options, world)));
};

interface BuildOptions extends OnPolicies, Remembering {
  readonly out?: string;
  readonly asOf?: string;
  readonly flavour?: FlavourName;
  readonly shell?: string;
  readonly fragment?: boolean;
  readonly draft?: boolean;
  readonly check?: boolean;
  readonly pdf?: boolean;
  readonly browser?: string;
  readonly paper: Paper;
  /** Replace pages that somebody changed since they were built. */
  readonly overwrite?: boolean;
}

/** `policyc build`: the pages of every policy, from its archive. */
async function build(options: BuildOptions, world: World): Promise<number> {
  const workspace = soundWorkspace(world.cwd, memoryOf(options, world));
  const folders = selectPolicies(workspace, options.policy, world.cwd);
  const policies = folders.map((policy) => policyInput(policy, workspace, options.draft === true, world));
  requireOwnIds(policies.map(({ id }, at) => ({ id, path: folders[at]?.path ?? '' })));
  const offset = policies[0]?.releases.at(-1)?.policy.utcOffset ?? policies[0]?.draft?.utcOffset ?? 'Z';
  const asOf = dateOrToday(options.asOf, '--as-of', offset, world);
  const input: SiteInput = {
    asOf,
    policies,
    flavour: options.flavour,
    shell: shellOf(options, world),
    printed: options.pdf === true,
    ...(workspace.siteUrl === undefined ? {} : { siteUrl: workspace.siteUrl }),
  };
  const files = planSite(input);
  const paper = options.pdf ? pagesToPrint(input) : [];
  const out = options.out === undefined ? workspace.out : resolve(world.cwd, options.out);
  const place = shown(out, world);
  const sources = { root: workspace.root, policies: workspace.policies.map(({ folder }) => folder) };
  const misplaced = placeRefusal(out, sources, options.out !== undefined);
  if (misplaced) throw placeFailure(misplaced, place, world);
  if (options.check) {
    const stale = [...staleFiles(out, files), ...unprinted(out, paper, files).map(({ pdf }) => pdf)];
    if (stale.length === 0) world.out(plain`${place} is up to date, as of ${asOf}.\n`);
    else
      world.out(
        plain`${place} is not up to date, as of ${asOf}: ${stale.slice(0, 5).join(', ')}${stale.length > 5 ? ` and ${stale.length - 5} more` : ''}.\nRun policyc build.\n`,
      );
    return stale.length === 0 ? exit.fine : exit.findings;
  }
  const browser = options.pdf
    ? (await import('../browser.ts')).findBrowser(options.browser, world)
    : undefined;
  const written = writeSite(out, files, options.overwrite === true);
  if ('refused' in written) throw refusal(written, place);
  const done =
    written.written.length === 0 ? 'nothing to write' : `${counted(written.written.length, 'file')} written`;
  const removed = written.removed.length === 0 ? '' : `, ${written.removed.length} removed`;
  world.out(plain`${place}: ${counted(files.size, 'file')} as of ${asOf}; ${done}${removed}.\n`);
  if (written.kept.length > 0)
    world.remark(
      plain`Left where they are, since somebody changed them after they were built: ${written.kept.join(', ')}\n`,
    );
  if (browser !== undefined) {
    const { printPage } = await import('../browser.ts');
    const print = async (html: string, { pdf, date }: PrintedPage): Promise<Uint8Array> => {
      if (world.terminal.remark) world.remark(plain`Printing ${pdf}\n`);
      return printPage({ browser, paper: options.paper }, html, date);
    };
    const prints = await writePrints(out, paper, files, print, options.overwrite === true);
    if ('refused' in prints) throw cannot('site-altered', { place, path: prints.path });
    world.out(plain`${place}: ${counted(paper.length, 'PDF')}, ${prints.printed.length} printed.\n`);
  }
  if (options.flavour === undefined) world.out(plain`Open ${pathToFileURL(join(out, 'index.html')).href}\n`);
  const { next } = JSON.parse(files.get('build.json') ?? '{}') as { next?: string | null };
  if (next) world.out(plain`Build again on ${next}: another version takes effect.\n`);
  return exit.fine;
}

function policyInput(
  policy: PolicyFolder,
  { memory }: Workspace,
  draft: boolean,
  world: World,
): SitePolicyInput {
  const { folder } = policy;
  const files = folderFiles(join(folder, 'archive'));
  const { versions } = versionsOn(policy, files);
  const releases = versions.map((version) => verifiedRelease(files, version));
  if (releases.length === 0 && !draft) {
    world.remark(
      plain`${called(folder, world)}: nothing has been released yet; --draft shows the working tree.\n`,
    );
  }
  const working = draft || releases.length === 0 ? workingRevision(folder, memory).policy : undefined;
  const id = releases.at(-1)?.policy.id ?? working?.id ?? '';
  const names = namesIn(files);
  return {
    id,
    releases,
    notices: new Map(versions.map((one) => [one.sequence, noticeStateOf(files, one, names).records])),
    raised: new Map(versions.map((one) => [one.sequence, raisedIn(changesIn(files, one))])),
    evidence: new Map(releases.map((release) => [release.manifest.sequence, evidence(files, release)])),
    ...(draft && working ? { draft: working } : {}),
  };
}

/** The frozen copies of a version, by locale. */
function evidence(
  files: ReturnType<typeof folderFiles>,
  { manifest, policy }: Release,
): ReadonlyMap<string, string> {
  const folder = String(manifest.sequence).padStart(4, '0');
  const decoder = new TextDecoder();
  return new Map(
    policy.locales.flatMap((locale) => {
      const bytes = files.read(`${folder}/public/policy.${locale}.html`);
      return bytes ? [[locale, decoder.decode(bytes)] as const] : [];
    }),
  );
}

function refusal({ refused, path }: Extract<Written, { refused: string }>, place: string): CannotWork {
  switch (refused) {
    case 'not-ours':
      return cannot('site-not-ours', { place });
    case 'blocked':
      return cannot('site-blocked', { place, path });
    case 'altered':
      return cannot('site-altered', { place, path });
    case 'unsafe-path':
      return cannot('site-path-unsafe', { path });
  }
}

function placeFailure(refused: PlaceRefusal, place: string, world: World): CannotWork {
  switch (refused.refused) {
    case 'is-source':
      return cannot('site-over-source', { place, path: shown(refused.path, world) });
    case 'repository':
      return cannot('site-over-repository', { place });
    case 'linked':
      return cannot('site-linked', { place, path: shown(refused.path, world) });
    case 'outside':
      return cannot('site-outside', { place });
  }
}

/** What is around the text of each page. */
function shellOf({ shell, fragment }: BuildOptions, { cwd }: World): Shell {
  if (shell === undefined) return fragment === true ? 'fragment' : 'own';
  const path = resolve(cwd, shell);
  const template = textOnDisk(dirname(path), basename(path));
  if (template === undefined) throw cannot('shell-unreadable', { file: shell });
  const places = placesMissing(template);
  if (places.length > 0) throw cannot('shell-incomplete', { file: shell, places });
  return { template };
}
