import type { Policy } from '../model/policy.ts';
import type { FlavourName } from '../render/flavours.ts';
import type { Page } from '../render/page.ts';
import type { Content } from '../render/policy-text.ts';
import type { SitePolicyInput } from './site-input.ts';
import type { Version } from './versions.ts';

/** A policy and its versions on the date of the build. */
export interface SitePolicy extends SitePolicyInput {
  readonly siteUrl: string | undefined;
  readonly flavour: FlavourName | undefined;
  /** The text of the file for a page at a path of the site. */
  readonly pageAt: (path: string, page: Page) => string;
  readonly printed: boolean;
  readonly versions: readonly Version[];
  readonly current: Version | undefined;
  /** The text of the version in force in a language; it is used at two addresses. */
  readonly currentContent: (locale: string) => Content | undefined;
  /**
   * The policy whose title and locales the overview pages have: the version in force, else the last one, else the
   * draft.
   */
  readonly face: Policy | undefined;
}
