import { relative, sep } from 'node:path';
import { shellWord } from '../base/shell-word.ts';
import { programName, type World } from './world.ts';

/** Commands that are about a workspace: they need to be told where it is. */
const local = 'check|diff|note|release|build|drift|rules|import|archive [a-z]+|locale [a-z]+|register import';
/** A command of ours in a sentence, unless it is written out with what starts it. */
const named = new RegExp(
  `(?<!npx |--no-install |[\\w./-])policyc (?=(?:(${local})|explain|find|help|completion|schema)(?![\\w-]))(?:${local})?`,
  'g',
);

/**
 * Words with the commands in them as whoever reads them can type them, where they stand: started as this one was, and with
 * `--cwd` where this one had it.
 */
export function asTyped(text: string, world: Pick<World, 'cwd' | 'env' | 'stands'>): string {
  const { cwd, stands = cwd } = world;
  const program = programName(world);
  const folder = relative(stands, cwd).split(sep).join('/');
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

/** A line of a file as a frame shows it: what somebody wrote stays, and what is marked below it stays in its place. */
const shown = /^[^│]*\d │ /;
