import { expect, it } from 'vitest';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { snapshotOf } from '../../src/snapshot/snapshot.ts';
import { smallHead } from '../policy.ts';

/** The data that nothing says the keeping of, in a policy with such a promise besides. */
function unkept(promise: string): string[] {
  const chapter = `title: Main
clauses:
  - { id: sync, title: Accounts, collects: [contact.email, content.photo], purposes: [account.registration] }
  - { id: other, title: More, collects: [device.model], purposes: [improve.product] }
  - ${promise}
`;
  const files = { 'policy.yaml': smallHead, 'chapters/main.yaml': chapter };
  const encoder = new TextEncoder();
  const texts = Object.entries(files).map(([path, text]) => [path, encoder.encode(text)] as const);
  return checkSnapshot(snapshotOf(texts)).problems.flatMap(({ code, args }) =>
    code === 'data-without-retention' ? [(args as { data: string }).data] : [],
  );
}

it.each([
  ['{ never: take-off-device, title: Here }', []],
  ['{ never: take-off-device, title: Here, functions: [sync] }', ['device.model']],
  ['{ never: take-off-device, title: Here, data: [contact] }', ['content.photo', 'device.model']],
  ['{ never: share, title: Here }', ['contact.email', 'content.photo', 'device.model']],
  ['{ none: take-off-device, title: Here }', ['contact.email', 'content.photo', 'device.model']],
])('what never leaves the device is kept by nobody else: %s', (promise, left) => {
  expect(unkept(promise)).toEqual(left);
});
