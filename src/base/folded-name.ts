/**
 * A name of a file, or a path, as a disk keeps it that knows no capitals: two that fold to the same are one file there.
 * In capitals and back, so that letters are met that have no small twin of one letter (`ß` and `ss`, `ſ` and `s`, `ﬁ` and `fi`).
 */
export function foldedName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/**
 * Whether Windows has no file of such a name: it is a device's there, whatever comes after a point, holds a character
 * that none may have, or ends in what is dropped. git checks out nothing of a commit that holds one.
 */
export function isNoName(name: string): boolean {
  return device.test(name) || /["*:<>?\\|\p{Cc}]|[. ]$/u.test(name);
}

/** A path as Windows reads it: of each name, the points and spaces at its end are dropped, and so is what follows a colon. */
export function nameOnDisk(path: string): string {
  if (!/[. ](?:\/|$)|:/.test(path)) return path;
  return path
    .split('/')
    .map((name) => withoutEnd(name.split(':', 1)[0] ?? ''))
    .join('/');
}

function withoutEnd(name: string): string {
  let end = name.length;
  while (end > 0 && '. '.includes(name.charAt(end - 1))) end--;
  return name.slice(0, end);
}

/** For what stands already: it is read, so that it can be mended. */
export const refusesNoName = (_: string): boolean => false;

const device = /^(?:con|conin\$|conout\$|prn|aux|nul|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\.|$)/i;
