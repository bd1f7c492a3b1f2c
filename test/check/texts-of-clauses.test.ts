import { expect, it } from 'vitest';
import { checkPolicy } from '../../src/check/rules.ts';
import { policyFrom, smallHead } from '../policy.ts';

const clauses = {
  cookie:
    'kind: technology, title: T, type: cookie, lifetime: P30D, necessary: true, data: [device.ip_address]',
  visit: 'kind: technology, title: T, type: cookie, lifetime: session, necessary: true',
  host: 'kind: recipient, title: T, form: entrust, category: processor, receives: [contact.email], purposes: [account.registration], keeps: P2Y',
};

/** What is found in the text of one of these clauses. */
function found(clause: keyof typeof clauses, text: string, locale = 'en'): string[] {
  const policy = policyFrom({
    'policy.yaml': smallHead.replaceAll(/\ben\b/g, locale),
    'chapters/main.yaml': `chapter: main\ntitle: T\nclauses:\n  - { id: it, ${clauses[clause]}, text: ${JSON.stringify(text)} }\n`,
  });
  return checkPolicy(policy)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('prose-'));
}

it.each([
  ['cookie', 'The cookie lasts for one year.', 'prose-states-other-period'],
  ['cookie', 'This cookie records your precise location.', 'prose-names-other-data'],
  ['host', 'It is deleted there after six months.', 'prose-states-other-period'],
  ['host', 'The company also gets your phone number.', 'prose-names-other-data'],
  ['host', 'The company uses your e-mail address to send you advertising.', 'prose-names-other-purpose'],
] as const)('%s: %s', (clause, text, code) => {
  expect(found(clause, text)).toEqual([code]);
});

it.each([
  ['cookie', 'The cookie lasts for 30 days. You are asked again after one year.'],
  ['cookie', 'It was invented forty years ago.'],
  ['visit', 'The cookie is deleted when you close the browser, not after one year.'],
  ['host', 'It is deleted there within two years.'],
] as const)('and nothing in %s: %s', (clause, text) => {
  expect(found(clause, text)).toEqual([]);
});

it('in Chinese', () => {
  expect(found('cookie', '该 Cookie 的有效期为一年。', 'zh-CN')).toEqual(['prose-states-other-period']);
  expect(found('cookie', '该 Cookie 的有效期为三十天。', 'zh-CN')).toEqual([]);
});
