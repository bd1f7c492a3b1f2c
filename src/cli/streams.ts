import { fstatSync, writeFileSync } from 'node:fs';
import { plain } from '../base/escape.ts';
import { exit } from './world.ts';

/** Standard output and standard error, and whether what was written to them arrived. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly remark: (text: string) => void;
  /** Waits until all is written; returns the exit code, which differs when results were lost. */
  readonly settle: (code: number) => Promise<number>;
}

/**
 * The streams of this process. A reader that closes its pipe has read enough: that changes no exit code. Any other
 * failure means that results were lost.
 */
export function processStreams(): Streams {
  let lost: NodeJS.ErrnoException | undefined;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    lost ??= error;
  });
  process.stderr.on('error', () => {});
  const remark = (text: string): void => void process.stderr.write(text);
  // Node writes once, and takes a part of the text for all of it, as when the disk is full.
  const toFile = (text: string): void => {
    try {
      if (lost === undefined) writeFileSync(1, text);
    } catch (error) {
      lost = error as NodeJS.ErrnoException;
    }
  };
  return {
    out: isFile(1) ? toFile : (text) => void process.stdout.write(text),
    remark,
    settle: async (code) => {
      await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
      if (lost === undefined || lost.code === 'EPIPE') return code;
      remark(
        plain`policyc: standard output could not be written: ${lost.message}.\n  Make room, or write the report to a file elsewhere: nothing printed here is complete.\n`,
      );
      return exit.cannot;
    },
  };
}

function isFile(open: number): boolean {
  try {
    return fstatSync(open).isFile();
  } catch {
    return false;
  }
}
