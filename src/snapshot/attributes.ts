import { join, posix } from 'node:path';
import { openGit } from './git.ts';
import { refuseWaitingAt } from './git-waits.ts';

/** A file that is not the same in other checkouts as on this disk, and the git attribute that is the reason. */
export interface Converted {
  /** The path as given. */
  readonly path: string;
  readonly attribute: string;
}

/** Apart from line ends, only these make the bytes in git differ from those in a working tree. */
const converting = ['working-tree-encoding', 'ident', 'filter'];
/**
 * Where case is ignored in names, attributes for other spellings apply too, and one line may undo another: so both
 * settings are tried.
 */
const capitals = ['core.ignoreCase=false', 'core.ignoreCase=true'];
/** With it, git merges two pull requests that were judged separately into lines of both, without a conflict. */
const uniting = 'merge=union';

/**
 * Which of these files, by their paths in the repository, have an attribute that converts them or merges them
 * silently. Both the attributes on the disk and those in the index count, since git uses the latter to fill a working
 * tree. Programs of filters are not run.
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

/** Git opens anything named `.gitattributes`, and would wait for ever on a pipe. */
function refuseIrregular(top: string, paths: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of paths)
    for (let at = posix.dirname(path); !folders.has(at); at = posix.dirname(at)) folders.add(at);
  for (const one of folders) {
    const path = posix.join(one, '.gitattributes');
    refuseWaitingAt(join(top, path), path);
  }
}
