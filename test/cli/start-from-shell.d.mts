/** From here on, who asks Node to run the program and waits for it has it run from a shell. */
export function startFromShell(program: string): void;
/** Node's own way. */
export const startedByNode: typeof import('node:child_process').spawnSync;
