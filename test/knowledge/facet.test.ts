import { describe, expect, it } from 'vitest';
import { asksFor, canBeMet, type Facet, switchedOn } from '../../src/knowledge/facet.ts';
import type { Watch } from '../../src/model/watch.ts';

const facet: Facet = { name: 'function.data.required', on: 'changed', direction: 'expands' };

describe('a watch', () => {
  it.each<readonly [watch: Watch, asks: boolean]>([
    [{ watch: 'function.data.required' }, true],
    [{ watch: 'function.data' }, true],
    [{ watch: 'function' }, true],
    [{ watch: 'func' }, false],
    [{ watch: 'function.dat' }, false],
    [{ watch: 'function.data.required.more' }, false],
    [{ watch: 'function.data.public' }, false],
    [{ watch: 'right' }, false],
    [{ watch: 'function', on: 'changed' }, true],
    [{ watch: 'function', on: 'added' }, false],
    [{ watch: 'function', direction: 'expands' }, true],
    [{ watch: 'function', direction: 'narrows' }, false],
    [{ watch: 'function', on: 'changed', direction: 'narrows' }, false],
    [{ watch: 'function', on: 'added', direction: 'expands' }, false],
    [{ watch: 'right', on: 'changed', direction: 'expands' }, false],
  ])('%j asks for it: %s', (watch, asks) => {
    expect(asksFor(watch, facet)).toBe(asks);
  });
});

describe('what is switched on with a row that comes or goes', () => {
  it('is every value that widens what is done with data', () => {
    expect(
      switchedOn('recipient', { sale: true, crossContextAdvertising: true, form: 'share' }, 'added'),
    ).toEqual([
      { name: 'recipient.sale', on: 'added', direction: 'expands' },
      { name: 'recipient.crossContextAdvertising', on: 'added', direction: 'expands' },
    ]);
    expect(switchedOn('recipient', { sale: true }, 'removed')).toEqual([
      { name: 'recipient.sale', on: 'removed', direction: 'narrows' },
    ]);
  });

  it('is nothing that is off, and nothing that is fair to readers', () => {
    expect(switchedOn('recipient', { sale: false, safeguard: true }, 'added')).toEqual([]);
    expect(switchedOn('minors', { guardianConsent: true, inclusive: true }, 'added')).toEqual([]);
    expect(switchedOn('function', { tier: 'basic', refusal: true, optOut: true }, 'added')).toEqual([]);
    expect(switchedOn('statement', { sale: true }, 'added')).toEqual([]);
  });
});

describe('a watch that can be met', () => {
  it.each<Watch>([
    { watch: 'function' },
    { watch: 'function.tier', direction: 'expands' },
    { watch: 'function.tier', direction: 'narrows' },
    { watch: 'function.tier', direction: 'changes' },
    { watch: 'function.tier', on: 'changed' },
    { watch: 'right', direction: 'restricts', on: 'removed' },
    { watch: 'recipient.function', direction: 'narrows', on: 'added' },
    { watch: 'recipient.function', direction: 'expands', on: 'removed' },
    { watch: 'consent', direction: 'restricts', on: 'removed' },
    { watch: 'right', direction: 'worse', on: 'removed' },
    { watch: 'right', direction: 'any', on: 'added' },
    { watch: 'function.data', on: 'changed', direction: 'narrows', data: 'biometric' },
    { watch: 'recipient.listed.data', on: 'changed', direction: 'expands' },
    { watch: 'recipient.sale', on: 'added', direction: 'expands' },
    { watch: 'recipient.sale', on: 'removed', direction: 'narrows' },
    { watch: 'recipient.country', form: 'transfer' },
    { watch: 'retention', data: 'biometric' },
    { watch: 'retention.period', data: 'biometric' },
    { watch: 'sensitivity', data: 'biometric' },
    { watch: '*.data', data: 'biometric' },
    { watch: '*.recipient', form: 'share' },
  ])('%j', (watch) => {
    expect(canBeMet(watch)).toBe(true);
  });

  it.each<Watch>([
    { watch: 'functions' },
    { watch: 'function.tier', on: 'added' },
    { watch: 'function.tier', direction: 'restricts' },
    { watch: 'right.channel', on: 'changed' },
    { watch: 'right', direction: 'expands' },
    { watch: 'contact', on: 'added', direction: 'restricts' },
    { watch: 'applies', direction: 'restricts' },
    { watch: 'recipient.safeguard', on: 'added' },
    { watch: 'recipient.sale', on: 'added', direction: 'narrows' },
    { watch: 'technology', form: 'share' },
    { watch: 'function', form: 'share' },
    { watch: 'right', data: 'biometric' },
    { watch: 'contact.topic', data: 'biometric' },
    { watch: '*.word' },
    { watch: '*.right', form: 'share' },
  ])('but not %j', (watch) => {
    expect(canBeMet(watch)).toBe(false);
  });
});
