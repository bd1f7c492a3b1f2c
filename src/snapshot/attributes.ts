import { join, posix } from 'node:path';
import { openGit } from './git.ts';
import { refuseWaitingAt } from './git-waits.ts';

/** A file that git gives others otherwise than it lies on the disk, and the attribute that makes it. */
export interface Converted {
  /** As it was asked for. */
  readonly path: string;
  readonly attribute: string;
}

/** Line ends apart, these are all that stands between the bytes that git keeps and those of a working tree. */
const converting = ['working-tree-encoding', 'ident', 'filter'];
/** Where names have no capitals, git goes by an attribute for other ones, too; and one line may take off what another sets. */
const capitals = ['core.ignoreCase=false', 'core.ignoreCase=true'];
/** By it two requests that were judged apart become lines of both without a conflict. */
const uniting = 'merge=union';

/**
 * Which of these files of a repository, by their paths in it, an attribute converts, or joins unseen: by what is on the disk, and by what git itself would go by
 * when it fills a working tree. The programs that a filter names do not run.
 */
export function convertedIn(folder: string, paths: readonly string[]): Converted[] {
  if (paths.length === 0) return [];
  const { run, top } = openGit(folder);
  refuseIrregular(top, paths);
  const asked = paths.map((path) => `${path}\0`).join('');
  const found = [[], ['--cached']].flatMap((source) =>
    capitals.flatMap((setting) => {
      const told = run(['check-attr', '-z', '--stdin', ...source, ...converting, 'merge'], asked, setting)
        .toString()
        .split('\0');
      return told.flatMap((path, at): Converted[] => {
        const [attribute, value = ''] = told.slice(at + 1, at + 3);
        if (at % 3 !== 0 || attribute === undefined || value === 'unspecified' || value === 'unset')
          return [];
        const said = value === 'set' ? attribute : `${attribute}=${value}`;
        return attribute === 'merge' && said !== uniting ? [] : [{ path, attribute: said }];
      });
    }),
  );
  return [...new Map(found.map((one) => [one.path, one])).values()];
}

/** git opens what is called like a file of attributes, whatever it is, and a pipe would keep it waiting. */
function refuseIrregular(top: string, paths: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of paths)
    for (let at = posix.dirname(path); !folders.has(at); at = posix.dirname(at)) folders.add(at);
  for (const one of folders) {
    const path = posix.join(one, '.gitattributes');
    refuseWaitingAt(join(top, path), path);
  }
}
