import { pathBelow } from '../base/real-place.ts';
import { shellWord } from '../base/shell-word.ts';
import { programName, type World } from './world.ts';

/** Commands that work on a workspace, and so have to be told where it is. */
const local = 'check|diff|note|release|build|drift|rules|import|archive [a-z]+|locale [a-z]+|register import';
/** A command of ours in a sentence, unless it says how it is started. */
const named = new RegExp(
  `(?<!npx |--no-install |[\\w./-])policyc (?=(?:(${local})|explain|find|help|completion|schema)(?![\\w-]))(?:${local})?`,
  'g',
);

/** Rewrites the commands in a text so that the user can type them where they stand: started as this one was, with its `--cwd`. */
export function asTyped(text: string, world: Pick<World, 'cwd' | 'env' | 'stands'>): string {
  const { cwd, stands = cwd } = world;
  const program = programName(world);
  const folder = pathBelow(stands, cwd);
  const way = folder === '' ? '' : ` --cwd ${shellWord(folder)}`;
  if (way === '' && program === 'policyc') return text;
  return text
    .split('\n')
    .map((line) => (shown.test(line) ? line : line.replace(named, typed)))
    .join('\n');

  function typed(words: string, command: string | undefined): string {
    const started = words.replace(/^policyc/, () => program);
    return command === undefined ? started : started + way;
  }
}

/** A line of a file in a frame: it is quoted, and marks below must stay in place. */
const shown = /^[^│]*\d │ /;
