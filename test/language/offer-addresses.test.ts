import { describe, expect, it } from 'vitest';
import { isOffer } from '../../src/language/offer-addresses.ts';

describe('an address where something is switched, asked for or refused', () => {
  it.each([
    ...['a.example/opt-out', 'a.example/optout', 'a.example/off', 'a.example/turn-on', 'a.example/choices'],
    ...['a.example/choose', 'a.example/preferences', 'a.example/settings', 'a.example/consent-tool'],
    ...['a.example/cookies', 'a.example/cookie', 'a.example/unsubscribe', 'a.example/subscriptions'],
    ...['a.example/delete', 'a.example/removal', 'a.example/request', 'a.example/forms/1', 'a.example/DSAR'],
    ...['a.example/objection', 'a.example/withdraw', 'a.example/account', 'a.example/complaints'],
    ...['a.example/appeal', 'stop@a.example', 'a.example/?choice=1', 'out.a.example'],
    ...['a.example/switch-on', 'a.example/my-account', 'a.example/delete-account', 'a.example/sign-out'],
  ])('%s is one', (url) => {
    expect(isOffer(url)).toBe(true);
  });

  it.each([
    ...['a.example/hats', 'a.example/offers', 'a.example/person', 'a.example/about', 'a.example/format'],
    ...['a.example/accountants', 'a.example/stopover', 'a.example/cookiesheet', 'a.example/misconsent'],
    ...['a.example/requested', 'a.example/adopt', 'a.example/choicest', 'a.example/frauds-on-hats'],
    ...['a.example/find-out-more', 'a.example/hats-of-user-accounts'],
  ])('%s is none', (url) => {
    expect(isOffer(url)).toBe(false);
  });
});
