import { describe, expect, it } from 'vitest';
import { isSiteAddress } from '../../src/revision/site-address.ts';

describe('the address of a site', () => {
  it.each([
    'https://a.example',
    'https://a.example/',
    'https://policies.a.example/legal/privacy/',
    'https://localhost:8443',
    'https://a_b.example',
    'https://192.0.2.1/x',
    'https://[2001:db8::1]/x',
    'https://müller.example/über',
    'https://xn--mller-kva.example',
    'https://a.example/%C3%BCber',
    'https://A.example',
  ])('is one that pages can be called by: %s', (address) => {
    expect(isSiteAddress(address)).toBe(true);
  });

  it.each([
    'https://user:pw@evil.example',
    'https://good.example@evil.example',
    'https://good.example:80@evil.example/x',
    'https:///evil.example',
    'https:evil.example',
    'http://a.example',
    'https://',
    'https://-',
    'https://a..b',
    'https://a.example.',
    'https://-a.example',
    `https://${'a'.repeat(64)}.example`,
    'https://[::1',
    'https://a.example:99999',
    'https://a.example:0',
    'https://%',
    'https://%61.example',
    'https://0x7f.1',
    'https://1.2.3.999',
    'https://xn--a',
    'https://shop.xn--zzzzzz99.example',
    'https://xn--abc-',
    'https://\uff41.example',
    'https://a.example\\b',
    'https://a.example/"><script>',
    'https://a.example/?q=1',
    'https://a.example/#x',
    'https://a.example/../b',
    'https://a.example/%2e%2e/b',
    'https://a.example//b',
    'https://a.example/%zz',
    'https://a.example/a b',
    'https://a.example/\u202eb',
    'https://a\u202e.example',
  ])('names one host and a folder, and nothing else: not %j', (address) => {
    expect(isSiteAddress(address)).toBe(false);
  });
});
