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
  let timer: NodeJS.Timeout | undefined;
  let [busy, again, closed] = [true, false, false];
  const ears = new Ears(followed, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), pause);
  });
  // It listens before the build: an edit of what it has read already is heard.
  const listenAndBuild = async (): Promise<void> => {
    ears.listen();
    await build();
  };
  const rebuild = async (): Promise<void> => {
    again = true;
    if (busy) return;
    busy = true;
    while (again && !closed) {
      again = false;
      await listenAndBuild().catch(failed);
    }
    busy = false;
  };
  const close = (): void => {
    closed = true;
    clearTimeout(timer);
    ears.close();
  };

  try {
    await listenAndBuild();
  } catch (error) {
    close();
    throw error;
  }
  busy = false;
  if (again) void rebuild();
  return { close };
}

/** Listens to what is followed, folder by folder, and says of each edit that it heard one. */
class Ears {
  readonly #followed: () => Followed;
  readonly #heard: () => void;
  readonly #ears = new Map<string, FSWatcher>();
  #wanted = new Map<string, Heard>();

  constructor(followed: () => Followed, heard: () => void) {
    this.#followed = followed;
    this.#heard = heard;
  }

  /** Listens to what is followed now. What is made while it looks is found when it looks again. */
  listen(): void {
    for (let isNew = true; isNew; ) {
      isNew = false;
      this.#wanted = heardOf(this.#followed());
      for (const [key, ear] of this.#ears) if (!this.#wanted.has(key)) this.#forget(key, ear);
      for (const [key, { place }] of this.#wanted)
        isNew = (!this.#ears.has(key) && this.#hear(key, place)) || isNew;
    }
  }

  close(): void {
    for (const [key, ear] of this.#ears) this.#forget(key, ear);
  }

  #hear(key: string, place: string): boolean {
    try {
      const ear = watch(place, (_, name) => {
        const names = this.#wanted.get(key)?.names;
        if (name === null || names === undefined || names.has(name)) this.#heard();
      });
      this.#ears.set(key, ear);
      ear.on('error', () => {
        this.#forget(key, ear);
        this.#heard();
      });
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC' || code === 'EMFILE')
        throw cannot('too-much-to-watch', { folders: this.#wanted.size });
      // It is gone again, which the folder above it is heard to say.
      return false;
    }
  }

  #forget(key: string, ear: FSWatcher): void {
    ear.close();
    this.#ears.delete(key);
  }
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
