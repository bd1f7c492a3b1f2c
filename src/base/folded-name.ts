/**
 * A name of a file, or a path, as a disk keeps it that knows no capitals: two that fold to the same are one file there.
 * In capitals and back, so that letters are met that have no small twin of one letter (`ß` and `ss`, `ſ` and `s`, `ﬁ` and `fi`).
 */
export function foldedName(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
