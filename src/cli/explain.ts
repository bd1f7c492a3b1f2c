import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotWork } from '../base/failure.ts';
import { messages } from '../base/messages.ts';
import { nearest } from '../base/nearest.ts';
import { watchNames } from '../check/promises.ts';
import { type KindOfChange, kindsOfChange } from '../diff/knowledge/table.ts';
import { exit, type World } from './world.ts';

/** `policyc explain CODE`: the page of a diagnostic, what a change kind means, or everything that can be watched. */
export function explain(code: string, world: World): number {
  const kind = kindsOfChange().find((one) => one.kind === code);
  if (code === 'watches') world.out(`${[...watchNames].sort().join('\n')}\n`);
  else if (Object.hasOwn(messages, code)) world.out(pageOf(code, world));
  else if (kind) world.out(kindPage(kind));
  else {
    const known = [...Object.keys(messages), ...kindsOfChange().map((one) => one.kind), 'watches'];
    const close = nearest(code, known);
    throw new CannotWork(
      'usage',
      `nothing is called ${code}.`,
      close ? `Did you mean ${close}?` : 'Give the code of a diagnostic, a kind of change, or watches.',
    );
  }
  return exit.fine;
}

function pageOf(code: string, world: World): string {
  const path = join(world.packageRoot, 'docs', 'diagnostics', `${code}.md`);
  if (!existsSync(path))
    throw new CannotWork(
      'no-such-file',
      `the page of ${code} is missing from this installation.`,
      'Install policyc again.',
    );
  return readFileSync(path, 'utf8');
}

function kindPage({ kind, relation, value, direction, say, mirror }: KindOfChange): string {
  const example = say({ key: ['A', 'B', 'C'], before: 'X', after: 'Y' });
  return [
    `# ${kind}`,
    '',
    `A change of ${relation}${value === undefined ? '' : `, value ${value}`}. Direction: ${direction}.`,
    mirror === kind ? 'It is its own opposite.' : `Its opposite is ${mirror}.`,
    '',
    `Reports say: ${example}`,
    `Watch it with: ${relation}${value === undefined ? '' : `.${value}`}`,
    '',
  ].join('\n');
}
