import type { Define } from '../command.ts';
import { exit } from '../world.ts';

export const define: Define = (command, world, done) => {
  command.option('--stdio', 'use standard input and output (always the case)').action(async () => {
    const { serve } = await import('../language-server/serve.ts');
    await serve(world);
    done(exit.fine);
  });
};
