import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../base/diagnostic.ts';
import { cannot } from '../../base/failure.ts';
import { messageTables } from '../../base/message-tables.ts';
import type { FailureCode } from '../../base/messages-failure.ts';
import { wordsOfReports } from '../../base/messages-reports.ts';
import { nearest } from '../../base/nearest.ts';
import { searchIn } from '../../base/search.ts';
import { watchNames } from '../../check/promises.ts';
import { type KindOfChange, kindsOfChange } from '../../knowledge/table.ts';
import type { Edition } from '../../model/edition.ts';
import { loadProfiles } from '../../model/requirements.ts';
import { termIds, termText } from '../../report/term-text.ts';
import { fieldOf, listNames, listText, vocabularyOf, wordText } from '../../report/vocabulary.ts';
import type { Define } from '../command.ts';
import { newestEdition } from '../edition.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  command
    .argument(
      '<code>',
      `as printed by other commands, or such as biometric.voiceprint; lists: ${listNames.join(', ')}, watches, profiles`,
    )
    .action(async (code) => done(await explain(code, world)));
};

/** Everything with a page in docs/diagnostics: what check, archive verify and release print. */
export const codesWithPage: readonly string[] = [
  messageTables.diagnostics,
  messageTables.archive,
  messageTables.missing,
].flatMap((table) => Object.keys(table));

/** `policyc explain CODE`: the page of a code, a change kind, everything that can be watched, a list of ids, or a taxonomy id. */
async function explain(code: string, world: World): Promise<number> {
  const kind = kindsOfChange().find((one) => one.kind === code);
  if (code === 'watches') world.out(`${[...watchNames].sort().join('\n')}\n`);
  else if (code === 'profiles') world.out(await profilesText());
  else if (codesWithPage.includes(code)) world.out(pageOf(code, world));
  else if (isFailure(code)) world.out(failurePage(code));
  else if (kind) world.out(kindPage(kind));
  else world.out(await termPage(code, world.cwd));
  return exit.fine;
}

/** What `profiles:` accepts, and the lists of requirements that only `check --profile` reads. */
async function profilesText(): Promise<string> {
  const { edition } = await newestEdition();
  const titles = new Map((await loadProfiles(edition.id)).map(({ id, title }) => [id, title]));
  const others = [...titles.keys()].filter((id) => !edition.regimes.includes(id));
  const width = Math.max(...[...edition.regimes, ...others].map((id) => id.length));
  const lines = (ids: readonly string[]): string =>
    ids.map((id) => `  ${`${id.padEnd(width)}  ${titles.get(id) ?? ''}`.trimEnd()}\n`).join('');
  return [
    `# profiles: ${edition.regimes.length}, written in profiles: of policy.yaml\n\n${lines(edition.regimes)}`,
    `Others that policyc check --profile reports on:\n\n${lines(others)}`,
  ].join('\n');
}

async function termPage(id: string, folder: string): Promise<string> {
  // What reads the files of a policy is loaded for a term alone.
  const { editionIn } = await import('../own-terms.ts');
  const { edition, background } = await editionIn(folder);
  const words = vocabularyOf(edition, background);
  const list = listNames.find((name) => name === id);
  if (list) return listText(list, words);
  // A word may be several of these: `form` is a field of a recipient and a method, `consent` a decision and a basis.
  const texts = [
    Object.hasOwn(wordsOfReports, id) ? `# ${id}\n\n${wordsOfReports[id]}\n` : undefined,
    termText(id, edition, background) ?? wordText(id, words),
    ...listNames.filter((name) => fieldOf(name) === id).map((name) => listText(name, words)),
  ].filter((text) => text !== undefined);
  if (texts.length > 0) return texts.join('\n');
  const [meant] = searchIn(words)(id.replace(/[._-]/g, ' '));
  throw cannot('code-unknown', { code: id, nearest: spelledLike(id, edition), meant: meant?.entry.id });
}

function spelledLike(code: string, edition: Edition): string | undefined {
  const kinds = kindsOfChange().map(({ kind }) => kind);
  return nearest(code, [
    ...codesWithPage,
    ...Object.keys(messageTables.failures),
    ...kinds,
    'watches',
    'profiles',
    ...listNames,
    ...listNames.map(fieldOf),
    ...Object.keys(wordsOfReports),
    ...termIds(edition),
  ]);
}

function pageOf(code: string, world: World): string {
  const path = join(world.packageRoot, 'docs', 'diagnostics', `${code}.md`);
  if (!existsSync(path)) throw cannot('page-missing', { code });
  return readFileSync(path, 'utf8');
}

function isFailure(code: string): code is FailureCode {
  return Object.hasOwn(messageTables.failures, code);
}

/** A failure says itself what to do; its page shows how. */
function failurePage(code: FailureCode): string {
  const { sort, example } = messageTables.failures[code];
  const { reason, fix } = messageOf({ code, args: example });
  return `# ${code}\n\npolicyc could not do its work (exit code 2, ${sort}) and says so, such as:\n\n  policyc: ${reason}\n    ${fix}\n`;
}

function kindPage(change: KindOfChange): string {
  const { kind, relation, value, direction, say } = change;
  const example = say({ key: ['A', 'B', 'C'], before: 'X', after: 'Y' });
  return [
    `# ${kind}`,
    '',
    `A change of ${relation}${value === undefined ? '' : `, value ${value}`}. Direction: ${direction}.`,
    oppositeOf(change),
    '',
    `Reports say: ${example}`,
    `Watch it with: ${relation}${value === undefined ? '' : `.${value}`}`,
    '',
  ].join('\n');
}

function oppositeOf({ kind, mirror, alone }: KindOfChange): string {
  if (mirror === undefined) return `It has no opposite: ${alone}.`;
  return mirror === kind ? 'It is its own opposite.' : `Its opposite is ${mirror}.`;
}
