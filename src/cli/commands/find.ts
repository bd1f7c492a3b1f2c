import { cannot } from '../../base/failure.ts';
import { searchIn } from '../../base/search.ts';
import { foundText, vocabularyOf } from '../../report/vocabulary.ts';
import type { Define } from '../command.ts';
import { editionIn } from '../own-terms.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  command
    .argument('<words...>', 'what the thing is called, in any language')
    .action(async (words: readonly string[]) => done(await find(words.join(' '), world)));
};

/** Few enough to read; results further down are hardly what was looked for. */
const most = 10;

/** `policyc find WORDS`: the ids that policies are written with, by what they are called in any language. */
async function find(words: string, world: World): Promise<number> {
  const { edition, background } = await editionIn(world.cwd);
  const found = searchIn(vocabularyOf(edition, background))(words);
  if (found.length === 0) throw cannot('nothing-found', { words });
  world.out(foundText(found.slice(0, most).map(({ entry }) => entry)));
  return exit.fine;
}
