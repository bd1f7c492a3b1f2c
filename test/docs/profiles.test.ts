import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  type Demand,
  editionsWithProfiles,
  loadProfiles,
  type Profile,
  type Requirement,
} from '../../src/model/requirements.ts';

const path = 'docs/profiles.md';

/** How a demand is judged, in a word or two. */
function judgedBy(demand: Demand): readonly string[] {
  if ('all' in demand) return demand.all.flatMap(judgedBy);
  if ('any' in demand) return demand.any.flatMap(judgedBy);
  if ('ask' in demand) return ['a person'];
  if ('kept' in demand) return [`kept (${demand.kept})`];
  if ('rights' in demand) return ['rights'];
  return [('some' in demand ? demand.some : demand.each).split('.')[0] ?? ''];
}

function row({ id, asks, citation, demand, when, severity, evidence }: Requirement): string {
  const by = [...new Set(judgedBy(demand))].join(', ');
  const cells = [`\`${id}\``, asks, citation, `${by}${when ? ', where it applies' : ''}`, severity, evidence];
  return `| ${cells.map((cell) => cell.replace(/[|<]/g, '\\$&')).join(' | ')} |`;
}

function section(edition: string, { id, title, since, requirements, ...whom }: Profile): string {
  const { territory, established, never = [] } = whom;
  const people = [
    ...(territory ? [`readers in ${territory.join(', ')}`] : ['all readers']),
    ...(established ? ['and elsewhere, when whoever is responsible sits there'] : []),
    ...(never.length > 0 ? [`but not ${never.join(', ')}`] : []),
  ].join(' ');
  return [
    `## ${id}, edition ${edition}`,
    '',
    `${title}; ${since}. Protects ${people}.`,
    '',
    '| id | what is asked | citation | judged by | severity | evidence |',
    '| --- | --- | --- | --- | --- | --- |',
    ...requirements.map(row),
    '',
  ].join('\n');
}

/** `UPDATE=1 npx vitest run test/docs/profiles.test.ts` writes the tables anew; what stands above them is written by hand. */
it('docs/profiles.md has every requirement of every edition', async () => {
  const written = readFileSync(path, 'utf8');
  const [intro = ''] = written.split('\n## The requirements\n');
  const editions = await Promise.all(
    editionsWithProfiles.map(async (edition) =>
      (await loadProfiles(edition)).map((profile) => section(edition, profile)),
    ),
  );
  const page = `${intro}\n## The requirements\n\n${editions.flat().join('\n')}`;
  if (process.env.UPDATE === '1') writeFileSync(path, page);
  expect(written).toBe(page);
});
