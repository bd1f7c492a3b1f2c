import { readFileSync } from 'node:fs';
import { given, output, policyc, summarise } from './run.mjs';

// Problems of the policies: annotations in the log, a summary only when there is something to read.
const failOn = given.failOn === '' ? [] : ['--fail-on', given.failOn];
const { exit, paths } = policyc('check', failOn, ['json', 'markdown']);
const { counts = {} } = paths.json ? JSON.parse(readFileSync(paths.json, 'utf8')) : {};
if (exit !== 0 && paths.markdown) summarise(readFileSync(paths.markdown, 'utf8'));
output({ exit, errors: counts.errors ?? '', warnings: counts.warnings ?? '' });
