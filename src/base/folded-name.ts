/**
 * A name of a file, or a path, as a disk keeps it that knows no capitals: two that fold to the same are one file there.
 * In capitals and back, so that letters are met that have no small twin of one letter (`ß` and `ss`, `ſ` and `s`, `ﬁ` and `fi`).
 * What nobody can see is no part of it: some disks pass over it, and so does whoever reads the names.
 */
export function foldedName(name: string): string {
  const seen = plain.test(name) ? name : name.replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return seen.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** What most names consist of. */
const plain = /^[ -~]*$/;

/**
 * Whether Windows has no file of such a name: it is a device's there, whatever comes after a point, holds a character
 * that none may have, or ends in what is dropped. git checks out nothing of a commit that holds one.
 */
export function isNoName(name: string): boolean {
  return device.test(name) || /["*:<>?\\|\p{Cc}]|[. ]$/u.test(name);
}

/**
 * A path as Windows reads it: of each name, the points and spaces at its end are dropped, and so is what follows a colon; a
 * backslash parts names.
 */
export function nameOnDisk(path: string): string {
  if (!/[. ](?:\/|$)|[:\\]/.test(path)) return path;
  return path
    .split(/[/\\]/)
    .map((name) => withoutEnd(name.split(':', 1)[0] ?? ''))
    .join('/');
}

/**
 * What the short name begins with that Windows gives a file besides its own (`policy.yaml` is `POLICY~1.YAM`, too), its folders
 * with it; undefined where its own is as short.
 */
export function shortNameOf(path: string): string | undefined {
  const { folder, stem, end } = parted(path);
  if (stem.length <= 8 && end.length <= 3 && !/[. ]/.test(stem)) return undefined;
  return `${folder}${stem.replace(/[. ]/g, '').slice(0, 6)}~${end.slice(0, 3)}`;
}

/** The same of a path that is such a name; undefined of any other. */
export function asShortName(path: string): string | undefined {
  const { folder, stem, end } = parted(path);
  return /^[^. ]{1,6}~\d$/.test(stem) && end.length <= 3 ? `${folder}${stem.slice(0, -1)}${end}` : undefined;
}

/** A name is what stands before its last point, and what stands behind it. */
function parted(path: string): { readonly folder: string; readonly stem: string; readonly end: string } {
  const folded = foldedName(path);
  const name = folded.slice(folded.lastIndexOf('/') + 1);
  const point = name.lastIndexOf('.');
  const stem = point === -1 ? name : name.slice(0, point);
  return { folder: folded.slice(0, folded.length - name.length), stem, end: name.slice(stem.length + 1) };
}

function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && '. '.includes(name.charAt(end - 1))) end--;
  return name.slice(0, end);
}

/** For what stands already: it is read, so that it can be mended. */
export const refusesNoName = (_: string): boolean => false;

const device = /^(?:con|conin\$|conout\$|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i;
