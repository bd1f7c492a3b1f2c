import { type ArchiveDisk, nodeDisk } from '../archive/disk.ts';
import { isTracked } from '../snapshot/git-index.ts';

/** The disk of an archive that may be in git, so that others may have its files. */
export const diskInGit: ArchiveDisk = { ...nodeDisk, isShared: isTracked };
