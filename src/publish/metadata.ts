import type { Policy } from '../model/policy.ts';
import type { Page } from '../render/page.ts';
import type { Stamp } from '../render/stamp.ts';
import { publicAddress } from './paths.ts';
import type { SitePolicy } from './site-policy.ts';

/** A page in one language, with the paths of the same page in all its languages. */
export interface Standing {
  readonly title: string;
  readonly locale: string;
  readonly prevailing: string;
  /** The canonical path for search engines, by language; for a copy, the path of its original. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * Metadata of a page for programs: its address, its other languages, and what it is. Addresses are given only with
 * `site.url`.
 */
export function metadataOf(
  { siteUrl, face }: SitePolicy,
  { title, locale, prevailing, paths }: Standing,
  stamp: Stamp = {},
): Pick<Page, 'canonical' | 'alternates' | 'data'> {
  const data = { ...common(title, locale, face), ...versionData(stamp) };
  const path = paths.get(locale);
  if (siteUrl === undefined || path === undefined) return { data };
  const canonical = publicAddress(siteUrl, path);
  const languages = [...paths].map(([language, to]) => [language, publicAddress(siteUrl, to)] as const);
  const original = languages.find(([language]) => language === prevailing) ?? languages[0];
  return {
    canonical,
    alternates:
      languages.length < 2 ? [] : [...languages, ...(original ? [['x-default', original[1]] as const] : [])],
    data: { ...data, url: canonical },
  };
}

function common(name: string, inLanguage: string, face: Policy | undefined): object {
  const publisher = publisherOf(face);
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name,
    inLanguage,
    ...(publisher === undefined ? {} : { publisher: { '@type': 'Organization', name: publisher } }),
  };
}

/** `temporalCoverage` is the time in which the version is in force, an ISO 8601 interval; `..` is an open end. */
function versionData({ sequence, published, effective, until, status }: Stamp): object {
  return {
    ...(sequence === undefined ? {} : { version: String(sequence) }),
    ...(published === undefined ? {} : { datePublished: published }),
    ...(effective === undefined || status === 'withdrawn'
      ? {}
      : { temporalCoverage: `${effective}/${until ?? '..'}` }),
    ...(status === undefined ? {} : { creativeWorkStatus: status }),
  };
}

/** Who is responsible for the policy: its controller, or else the first party it names. */
export function publisherOf(policy: Policy | undefined): string | undefined {
  const parties = policy?.facts.filter(({ relation }) => relation === 'party') ?? [];
  const first = parties.find(({ values }) => values.role === 'controller') ?? parties[0];
  return first === undefined ? undefined : String(first.values.name ?? '') || undefined;
}
