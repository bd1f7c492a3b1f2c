import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Followed, onEdits } from '../../src/cli/watch.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** A folder of a test of its own, in which `deep/policy` and `policyc.yaml` are followed. */
class Place {
  readonly root = mkdtempSync(join(tmpdir(), 'policyc-watch-'));
  builds = 0;
  close = (): void => {};

  /** Calls `build` with the number of each build, from 1. */
  async follow(build: (count: number) => void | Promise<void> = () => {}): Promise<void> {
    const followed: Followed = {
      files: [join(this.root, 'policyc.yaml')],
      folders: [join(this.root, 'deep/policy')],
      root: this.root,
      isEntered: (folder) => basename(folder) !== 'apart',
    };
    const failed = (error: unknown): never => {
      throw error;
    };
    ({ close: this.close } = await onEdits(
      () => followed,
      () => build(++this.builds),
      failed,
    ));
  }

  make(path: string): void {
    mkdirSync(join(this.root, path), { recursive: true });
  }

  write(path: string, text = ''): void {
    writeFileSync(join(this.root, path), text);
  }

  async atLeast(count: number): Promise<void> {
    while (this.builds < count) await pause(20);
  }

  /** Until what was heard so far has been built, and nothing more is. */
  async settled(): Promise<number> {
    for (let before = -1; ; ) {
      if (this.builds === before) return before;
      before = this.builds;
      await pause(400);
    }
  }
}

const it = test.extend<{ readonly place: Place }>({
  place: async ({ task: _ }, use) => {
    const place = new Place();
    await use(place);
    place.close();
    rmSync(place.root, { recursive: true, force: true });
  },
});

// Most of what they take is waiting, so that they wait together.
describe.concurrent('what is followed', () => {
  it('is built again after an edit that a build was too early for, in a folder that came back before it', async ({
    place,
  }) => {
    place.make('deep/policy/chapters');
    await place.follow((count) => {
      if (count === 3) place.write('deep/policy/chapters/data.yaml', 'read too early');
    });
    renameSync(join(place.root, 'deep'), join(place.root, 'away'));
    await place.atLeast(2);
    renameSync(join(place.root, 'away'), join(place.root, 'deep'));
    await place.atLeast(4);
  });

  it('may be gone with the folders above it, and is heard to come step by step', async ({ place }) => {
    await place.follow();
    place.make('deep');
    await place.settled();
    place.make('deep/policy');
    await place.settled();
    place.make('deep/policy/chapters/more');
    const before = await place.settled();
    place.write('deep/policy/chapters/more/data.yaml');
    await place.atLeast(before + 1);
  });

  it('is what is said, and nothing beside it', async ({ place }) => {
    place.make('deep/policy/apart/far');
    place.make('deep/other');
    await place.follow();
    place.write('notes.txt');
    place.write('deep/other/notes.txt');
    place.write('deep/policy/apart/far/notes.txt');
    place.write('deep/policy/apart/notes.txt');
    expect(await place.settled()).toBe(1);
    place.write('policyc.yaml');
    await place.atLeast(2);
  });

  it('is built by one build at a time, the first as well', async ({ place }) => {
    place.make('deep/policy');
    let [now, most] = [0, 0];
    await place.follow(async (count) => {
      most = Math.max(most, ++now);
      if (count < 4) place.write('deep/policy/data.yaml', String(count));
      await pause(300);
      now -= 1;
    });
    await place.atLeast(4);
    expect(most).toBe(1);
  });

  it('is heard of no more once it is closed, or when it could not be built at first', async ({ place }) => {
    place.make('deep/policy');
    await place.follow();
    place.close();
    place.write('deep/policy/data.yaml');
    expect(await place.settled()).toBe(1);
    await expect(place.follow(() => Promise.reject(new Error('not today')))).rejects.toThrow('not today');
  });
});
