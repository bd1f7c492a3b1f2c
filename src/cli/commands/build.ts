import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';
import { plain } from '../../base/escape.ts';
import { CannotWork, cannot } from '../../base/failure.ts';
import { shortened } from '../../base/shortened.ts';
import { pagesToPrint, planSite } from '../../publish/site.ts';
import type { PrintedPage, SiteInput } from '../../publish/site-input.ts';
import {
  type SiteRefusal,
  staleFiles,
  takenBySomebody,
  type Written,
  writeSite,
} from '../../publish/write.ts';
import { unprinted, writePrints } from '../../publish/write-printed.ts';
import { flavourNames } from '../../render/flavours.ts';
import { counted } from '../../report/counted.ts';
import { type Define, onPaths, paperOption, withPaths } from '../command.ts';
import type { Paper } from '../paper.ts';
import { shown } from '../paths.ts';
import { remembering } from '../remember.ts';
import { type SiteOptions, siteInput } from '../site-input.ts';
import { sitePlace } from '../site-place.ts';
import { asTyped } from '../typed.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  remembering(onPaths(command))
    .option('--out <folder>', 'where to write (default: site.out in policyc.yaml, or site)')
    .option('--as-of <date>', 'build as of that day (YYYY-MM-DD; default: today)')
    .addOption(
      new Option(
        '--flavour <program>',
        'write Markdown for a documentation site instead of HTML pages',
      ).choices(flavourNames),
    )
    .addOption(new Option('--shell <file>', 'an HTML template to put each page in').conflicts('flavour'))
    .addOption(
      new Option('--fragment', 'write HTML fragments, without a page around them').conflicts([
        'flavour',
        'shell',
      ]),
    )
    .option('--draft', 'include the working tree, marked as a draft')
    .option('--check', 'write nothing; exit with 1 if the output is out of date')
    .addOption(
      new Option('--pdf', 'also write PDFs, with a Chromium on this machine').conflicts([
        'flavour',
        'shell',
        'fragment',
      ]),
    )
    .option('--browser <path>', 'with --pdf: the Chromium, Chrome or Edge to use (default: the one found)')
    .addOption(paperOption('with --pdf: the paper size'))
    .option('--watch', 'rebuild whenever a policy changes, until interrupted')
    .addOption(
      new Option(
        '--serve',
        'preview the site on this machine, with the draft and its problems; write nothing',
      ).conflicts(['flavour', 'fragment', 'shell', 'check', 'pdf', 'out']),
    )
    .addOption(
      new Option('--port <number>', 'with --serve: the port; 0 for any free one')
        .default(4300)
        .argParser(portOf),
    )
    .option('--jobs <number>', 'number of threads for many policies (default: one per processor)', jobsOf)
    .option('--overwrite', 'overwrite pages that were edited since they were built')
    .action(async (paths, options) => done(await build(withPaths(paths, options), world)));
};

interface BuildOptions extends SiteOptions {
  readonly out?: string;
  readonly check?: boolean;
  readonly browser?: string;
  readonly paper: Paper;
  readonly watch?: boolean;
  /** Show the pages at an address of this machine instead of writing them. */
  readonly serve?: boolean;
  readonly port: number;
  readonly jobs?: number;
  /** Replace pages that somebody changed since they were built. */
  readonly overwrite?: boolean;
}

/** `policyc build`: the pages of every policy, from its archive. */
async function build(options: BuildOptions, world: World): Promise<number> {
  if (options.serve) return (await import('../preview.ts')).servePreview(options, world);
  if (!options.watch || options.check) return buildOnce(options, world);
  const { rebuildOnEdits } = await import('../preview.ts');
  return rebuildOnEdits(() => buildOnce(options, world), options, world);
}

async function buildOnce(options: BuildOptions, world: World): Promise<number> {
  const { input, workspace } = siteInput(options, world);
  const asked = options.out === undefined ? workspace.out : resolve(world.cwd, options.out);
  const placed = sitePlace(workspace, options.out, world);
  if (placed instanceof CannotWork) throw placed;
  const [out, place] = [placed.real, shown(asked, world)];
  const taken = options.check ? undefined : takenBySomebody(out);
  if (taken) throw refusal(taken, place);
  const files = await plan(input, options, world);
  const site: PlannedSite = {
    out,
    place,
    asOf: input.asOf,
    files,
    paper: options.pdf ? pagesToPrint(input) : [],
  };
  if (options.check) return tellStale(site, world);
  // A browser that is not there is told before anything is written.
  const browser = options.pdf
    ? (await import('../browser.ts')).findBrowser(options.browser, world)
    : undefined;
  const written = writeSite(out, files, options.overwrite === true);
  if ('refused' in written) throw refusal(written, place);
  tellWritten(site, written, world);
  if (written.removed.length > 0 && input.policies.length < workspace.policies.length)
    world.remark('The site holds only the policies that you named: name none, and it holds all of them.\n');
  if (browser !== undefined) await print(site, browser, options, world);
  if (options.flavour === undefined)
    world.out(plain`Open ${pathToFileURL(join(asked, 'index.html')).href}\n`);
  const { next } = JSON.parse(files.get('build.json') ?? '{}') as { next?: string | null };
  if (next) world.out(plain`Build again on ${next}: another version takes effect.\n`);
  return exit.fine;
}

/** What is to be in an output folder. */
interface PlannedSite {
  readonly out: string;
  /** The folder as it is shown. */
  readonly place: string;
  readonly asOf: string;
  readonly files: ReadonlyMap<string, string>;
  readonly paper: readonly PrintedPage[];
}

/** `--check`: whether the folder is what would be built. */
function tellStale({ out, place, asOf, files, paper }: PlannedSite, world: World): number {
  const stale = [...staleFiles(out, files), ...unprinted(out, paper, files).map(({ pdf }) => pdf)];
  if (stale.length === 0) {
    world.out(plain`${place} is up to date, as of ${asOf}.\n`);
    return exit.fine;
  }
  world.out(plain`${place} is not up to date, as of ${asOf}: ${shortened(stale)}.\n`);
  world.out(asTyped('Run policyc build.\n', world));
  return exit.findings;
}

function tellWritten(
  { place, asOf, files }: PlannedSite,
  { written, removed, kept }: Exclude<Written, SiteRefusal>,
  world: World,
): void {
  const done = written.length === 0 ? 'nothing to write' : `${counted(written.length, 'file')} written`;
  const gone = removed.length === 0 ? '' : `, ${removed.length} removed`;
  world.out(plain`${place}: ${counted(files.size, 'file')} as of ${asOf}; ${done}${gone}.\n`);
  if (kept.length > 0)
    world.remark(
      plain`Left where they are, since somebody changed them after they were built: ${kept.join(', ')}\n`,
    );
}

/** Prints the pages to PDF in a browser. */
async function print(
  { out, place, files, paper }: PlannedSite,
  browser: string,
  options: BuildOptions,
  world: World,
): Promise<void> {
  const { printPage } = await import('../browser.ts');
  const toPdf = async (html: string, { pdf, date }: PrintedPage): Promise<Uint8Array> => {
    if (world.terminal.remark) world.remark(plain`Printing ${pdf}\n`);
    return printPage({ browser, paper: options.paper }, html, date);
  };
  const prints = await writePrints(out, paper, files, toPdf, options.overwrite === true);
  if ('refused' in prints) throw cannot('site-altered', { place, path: prints.path });
  world.out(plain`${place}: ${counted(paper.length, 'PDF')}, ${prints.printed.length} printed.\n`);
}

/** Plans on threads where each has enough to do: to start one takes as long as to plan a few policies. */
async function plan(
  input: SiteInput,
  options: BuildOptions,
  world: World,
): Promise<ReadonlyMap<string, string>> {
  const most = Math.floor(input.policies.length / policiesOfAThread);
  const threads = Math.min(options.jobs ?? availableParallelism(), most);
  if (threads < 2) return planSite(input, progressOn(world));
  const { planOnThreads } = await import('../threads.ts');
  return planOnThreads(threads, input, options, world, progressOn(world));
}

const policiesOfAThread = 16;

/** Shows progress on a terminal, on one line that is erased at the end. */
function progressOn(world: World): (done: number, of: number) => void {
  return (done, of) => {
    if (!world.terminal.remark || of < manyPolicies) return;
    world.remark(done === of - 1 ? '\r\u001b[K' : `\r${done + 1} of ${of} policies`);
  };
}

const manyPolicies = 10;

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

function jobsOf(value: string): number {
  const jobs = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (jobs > 0) return jobs;
  throw new InvalidArgumentError('Jobs are a number from 1 to 999.');
}

function portOf(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number up to 65535.');
}
