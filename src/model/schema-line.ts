import { workspaceFile } from '../base/workspace-file.ts';

/** Which schema a file has, by the folder of a policy that it is in, or its own name. */
const schemas: Readonly<Record<string, string>> = {
  [workspaceFile]: 'workspace',
  'policy.yaml': 'policy',
  'taxonomy.yaml': 'taxonomy',
  chapters: 'chapter',
  locales: 'locale',
  registers: 'register',
  words: 'words',
  changes: 'note',
};

/**
 * The line for editors that every file we write begins with, of a change note its front matter: where its schema lies
 * once policyc is installed beside policyc.yaml. `folder` is the policy's, relative to that file, and `path` is in it.
 */
export function schemaLine(folder: string, path: string): string {
  const [first = '', ...inside] = path.split('/');
  const depth = folder.split('/').filter((part) => part !== '' && part !== '.').length + inside.length;
  const schema = schemas[first] ?? 'policy';
  return `# yaml-language-server: $schema=${'../'.repeat(depth)}node_modules/policyc/schemas/${schema}.schema.json\n`;
}
