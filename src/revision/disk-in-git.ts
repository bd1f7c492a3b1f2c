import { type ArchiveDisk, nodeDisk } from '../archive/disk.ts';
import { isTracked } from '../snapshot/git-index.ts';

/** The disk of an archive that may lie in git: what git holds there is not this disk's alone. */
export const diskInGit: ArchiveDisk = { ...nodeDisk, isShared: isTracked };
