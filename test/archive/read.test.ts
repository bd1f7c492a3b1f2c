import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderFiles, nodeDisk } from '../../src/archive/disk.ts';
import { filesOf, walkFiles } from '../../src/archive/files.ts';
import { isSafePath, sequenceOf, versionFolder } from '../../src/archive/layout.ts';
import { readArchive, readRelease } from '../../src/archive/read.ts';
import { verifyArchive } from '../../src/archive/verify.ts';
import { sha256 } from '../../src/base/canonical.ts';
import { archiveOf, policyOf, writeArchive } from './archives.ts';

const two = archiveOf('2021-10-24', '2022-07-01');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-read-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('reading an archive', () => {
  it.each(['kindOf', 'list', 'read'] as const)(
    'from a disk that fails says of no file that it is missing or another: %s',
    (operation) => {
      writeArchive(folder, two);
      const fails = (): never => {
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      };
      const files = folderFiles(folder, { ...nodeDisk, [operation]: fails });
      expect(() => verifyArchive(files)).toThrow('EIO');
    },
  );

  it('reads manifests alone, and of one version what is asked for', () => {
    const plain = filesOf(two);
    const read: string[] = [];
    const files = {
      ...plain,
      read: (path: string) => {
        read.push(path);
        return plain.read(path);
      },
    };
    const { versions, problems } = readArchive(files);
    expect(problems).toEqual([]);
    expect(versions.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(read).toEqual(['0001/manifest.json', '0002/manifest.json']);
    const last = versions[1];
    const { release } = last ? readRelease(files, last) : {};
    expect(release?.policy).toEqual(JSON.parse(JSON.stringify(policyOf('Statement 2.'))));
    expect(release?.changes.changes[0]?.text).toEqual({ en: 'We say more.' });
    expect(release?.hash).toBe(sha256(two.get('0002/manifest.json') ?? ''));
    expect(read.slice(2)).toEqual(['0002/public/policy.json', '0002/public/changes.json']);
  });

  it('gives the same from a folder as from memory', () => {
    writeArchive(folder, two);
    expect(readArchive(folderFiles(folder))).toEqual(readArchive(filesOf(two)));
    expect(walkFiles(folderFiles(folder), '')).toEqual(walkFiles(filesOf(two), ''));
    expect(verifyArchive(folderFiles(folder)).problems).toEqual([]);
  });

  it('says of a manifest that it is not as policyc writes it: a key twice, another order, white space', () => {
    const text = new TextDecoder().decode(two.get('0001/manifest.json'));
    const changed = [
      text.replace('{', '{"policy":"other",'),
      text.replace(/^(\{)("edition":"[^"]*",)(.*)\}$/m, '$1$3,$2}').replace(',}', '}'),
      text.replace('{', '{ '),
    ];
    for (const one of changed) {
      const { versions, problems } = readArchive(
        filesOf(new Map([['0001/manifest.json', new TextEncoder().encode(one)]])),
      );
      expect([one, versions.length, problems.map(({ code }) => code)]).toEqual([
        one,
        1,
        ['archive-not-canonical'],
      ]);
    }
  });

  it('takes a folder that is not there for an empty archive', () => {
    expect(readArchive(folderFiles(join(folder, 'archive')))).toEqual({
      versions: [],
      problems: [],
      leftovers: [],
    });
  });

  it('refuses a version whose files are not what its manifest says', () => {
    const [version] = readArchive(filesOf(two)).versions;
    const codesOf = (path: string, text: string | undefined) => {
      const archive = new Map(two);
      if (text === undefined) archive.delete(path);
      else archive.set(path, new TextEncoder().encode(text));
      const { release, problems } = version ? readRelease(filesOf(archive), version) : { problems: [] };
      expect(release).toBeUndefined();
      return problems.map(({ code, file }) => `${code} ${file}`);
    };
    expect(codesOf('0001/public/policy.json', '{}\n')).toEqual(['archive-altered-file public/policy.json']);
    expect(codesOf('0001/public/changes.json', undefined)).toEqual([
      'archive-missing-file public/changes.json',
    ]);
  });

  it.each([
    ['archive-unreadable', 'not JSON'],
    ['archive-unreadable', '[]'],
    ['archive-unreadable', '{"format":"policyc/compiled@1"}'],
    ['archive-unreadable', '{"format":"policyc/compiled@1","id":"x","facts":[{}]}'],
    ['archive-format-unknown', '{"format":"policyc/compiled@99"}'],
  ])('names %s for a forged policy that says %j', (code, text) => {
    const [version] = readArchive(filesOf(two)).versions;
    if (!version) throw new Error('no version');
    const manifest = {
      ...version.manifest,
      files: { ...version.manifest.files, 'public/policy.json': sha256(text) },
    };
    const files = filesOf(new Map(two).set('0001/public/policy.json', new TextEncoder().encode(text)));
    expect(readRelease(files, { ...version, manifest }).problems.map((one) => one.code)).toEqual([code]);
  });
});

describe('links on disk', () => {
  beforeEach(() => writeArchive(join(folder, 'archive'), two));
  const archive = () => join(folder, 'archive');
  const codes = () => verifyArchive(folderFiles(archive())).problems.map(({ code }) => code);

  it('in place of a file are not followed', () => {
    const path = join(archive(), '0002/public/policy.json');
    renameSync(path, join(folder, 'elsewhere.json'));
    symlinkSync(join(folder, 'elsewhere.json'), path);
    const [, version] = readArchive(folderFiles(archive())).versions;
    expect(version && readRelease(folderFiles(archive()), version).release).toBeUndefined();
    expect(codes()).toEqual(['archive-irregular', 'archive-missing-file']);
  });

  it('in place of a folder are not followed', () => {
    renameSync(join(archive(), '0002/public'), join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(archive(), '0002/public'));
    const [, version] = readArchive(folderFiles(archive())).versions;
    expect(version && readRelease(folderFiles(archive()), version).release).toBeUndefined();
    expect(codes()).toContain('archive-irregular');
  });

  it('in place of a version are not followed', () => {
    renameSync(join(archive(), '0002'), join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(archive(), '0002'));
    expect(readArchive(folderFiles(archive())).problems.map(({ code }) => code)).toEqual([
      'archive-irregular',
    ]);
  });

  it('in place of the archive do not make it look empty', () => {
    renameSync(archive(), join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), archive());
    expect(readArchive(folderFiles(archive())).problems.map(({ code }) => code)).toEqual([
      'archive-irregular',
    ]);
    rmSync(archive());
    writeFileSync(archive(), 'a file');
    expect(readArchive(folderFiles(archive())).problems.map(({ code }) => code)).toEqual([
      'archive-irregular',
    ]);
  });

  it('and files larger than any release are not read', () => {
    mkdirSync(join(folder, 'large'));
    writeFileSync(join(folder, 'large/x'), new Uint8Array(64 * 1024 * 1024 + 1));
    expect(folderFiles(join(folder, 'large')).read('x')).toBeUndefined();
  });
});

describe('names', () => {
  it('of version folders are four digits or more, and each number has one', () => {
    for (const sequence of [1, 42, 9999, 10_000, 123_456]) {
      expect(sequenceOf(versionFolder(sequence))).toBe(sequence);
    }
    for (const name of ['0000', '1', '00001', '09999x', '01.2', '0x01', '-001', '٠٠٠١']) {
      expect(sequenceOf(name)).toBeUndefined();
    }
  });

  it('with .. inside a part are safe, and as a part are not', () => {
    expect(isSafePath('public/a..b')).toBe(true);
    expect(isSafePath('public/..')).toBe(false);
  });
});

describe('schemas', () => {
  const schemaOf = async (name: string) =>
    JSON.parse(
      await readFile(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'),
    ) as object;

  it.each(['manifest', 'changes'])('of the %s hold for what a release writes', async (name) => {
    const validate = new Ajv2020({ allErrors: true, strict: true }).compile(await schemaOf(name));
    const path = name === 'manifest' ? 'manifest.json' : 'public/changes.json';
    for (const version of ['0001', '0002']) {
      const value = JSON.parse(new TextDecoder().decode(two.get(`${version}/${path}`)));
      expect([validate(value), validate.errors]).toEqual([true, null]);
      expect(validate({ ...value, more: 1 })).toBe(false);
      expect(validate({ ...value, format: 'policyc/other@1' })).toBe(false);
    }
  });

  it.each(['manifest', 'changes'])('of the %s describe every property', async (name) => {
    const undescribed: string[] = [];
    const walk = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties')
          for (const [property, inner] of Object.entries(value as object))
            if (!inner.description) undescribed.push(`${path}/${property}`);
        walk(value, `${path}/${key}`);
      }
    };
    walk(await schemaOf(name), '');
    expect(undescribed).toEqual([]);
  });
});
