import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { cannot } from '../base/failure.ts';

/** In milliseconds. Editors write a file in several steps; what follows within this time is one edit. */
const pause = 120;

/** What is followed; none of it need exist. All paths are absolute. */
export interface Followed {
  readonly files: readonly string[];
  /** With what is below them. */
  readonly folders: readonly string[];
  /** The folder that holds these folders, or is one of them: what moves above it is not followed. */
  readonly root: string;
  /** Whether what is in a folder below them is followed as well. */
  readonly isEntered: (folder: string) => boolean;
}

/**
 * Builds, and builds again after each edit, one build at a time; it returns after the first, and throws what that
 * throws. What a later build throws goes to `failed`. Throws `CannotWork` when the system watches no more folders.
 */
export async function onEdits(
  followed: () => Followed,
  build: () => void | Promise<void>,
  failed: (error: unknown) => void,
): Promise<{ readonly close: () => void }> {
  const ears = new Map<string, FSWatcher>();
  let wanted = new Map<string, Heard>();
  let timer: NodeJS.Timeout | undefined;
  let [busy, again, closed] = [true, false, false];

  const heard = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), pause);
  };
  /** Listens to what is followed now. What is made while it looks is found when it looks again. */
  const listen = (): void => {
    for (let isNew = true; isNew; ) {
      isNew = false;
      wanted = heardOf(followed());
      for (const [key, ear] of ears) if (!wanted.has(key)) forget(key, ear);
      for (const [key, { place }] of wanted) isNew = (!ears.has(key) && hear(key, place)) || isNew;
    }
  };
  const hear = (key: string, place: string): boolean => {
    try {
      const ear = watch(place, (_, name) => {
        const names = wanted.get(key)?.names;
        if (name === null || names === undefined || names.has(name)) heard();
      });
      ears.set(key, ear);
      ear.on('error', () => {
        forget(key, ear);
        heard();
      });
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EMFILE') throw cannot('too-much-to-watch', { folders: wanted.size });
      // It is gone again, which the folder above it is heard to say.
      return false;
    }
  };
  const forget = (key: string, ear: FSWatcher): void => {
    ear.close();
    ears.delete(key);
  };
  const rebuild = async (): Promise<void> => {
    again = true;
    if (busy) return;
    busy = true;
    while (again && !closed) {
      again = false;
      try {
        // Before the build: an edit of what it has read already is heard.
        listen();
        await build();
      } catch (error) {
        failed(error);
      }
    }
    busy = false;
  };
  const close = (): void => {
    closed = true;
    clearTimeout(timer);
    for (const [key, ear] of ears) forget(key, ear);
  };

  try {
    listen();
    await build();
  } catch (error) {
    close();
    throw error;
  }
  busy = false;
  if (again) void rebuild();
  return { close };
}

/** What is heard of a folder: that an entry of one of these names changes; of undefined, any. */
interface Heard {
  readonly place: string;
  readonly names: ReadonlySet<string> | undefined;
}

/** The folders to listen to, by what tells them apart: one that was made anew is another one. */
function heardOf({ files, folders, root, isEntered }: Followed): Map<string, Heard> {
  const names = new Map<string, Set<string> | undefined>();
  /** A path is heard of by its folder, and a folder that is gone by the one above it. */
  const hearPath = (path: string): void => {
    const above = dirname(path);
    if (above === path) return;
    if (!names.has(above)) names.set(above, new Set());
    names.get(above)?.add(basename(path));
    if (above.length > root.length || identityOf(above) === undefined) hearPath(above);
  };
  const hearAll = (folder: string): void => {
    names.set(folder, undefined);
    for (const below of foldersIn(folder)) if (isEntered(below)) hearAll(below);
  };
  for (const path of [...files, ...folders]) hearPath(path);
  for (const folder of folders) hearAll(folder);
  return new Map(
    [...names].flatMap(([place, heard]) => {
      const identity = identityOf(place);
      return identity === undefined ? [] : [[`${place}\0${identity}`, { place, names: heard }] as const];
    }),
  );
}

function foldersIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  } catch {
    // It is gone, or may not be read: the build says so.
    return [];
  }
}

function identityOf(folder: string): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() ? `${found.ino} ${found.birthtimeMs}` : undefined;
}
