import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** A path with the links above it resolved, whether or not it exists. */
export function realPlace(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    const above = dirname(full);
    return above === full ? full : join(realPlace(above), relative(above, full));
  }
}
