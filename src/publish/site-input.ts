import type { NoticeRecord } from '../archive/notices.ts';
import type { Release } from '../archive/release.ts';
import type { Raised } from '../consent/asks.ts';
import type { Policy } from '../model/policy.ts';
import type { FlavourName } from '../render/flavours.ts';
import type { Shell } from '../render/shell-kind.ts';

/** The settings that apply to every policy of a site. */
export interface SiteFrame {
  /** For canonical links; pages work without it. */
  readonly siteUrl?: string;
  /** The day that pages are of, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** For a site with its own shell: write the pages as Markdown of this flavour, and nothing else. */
  readonly flavour?: FlavourName | undefined;
  /** What surrounds the text of each page; by default our own page. */
  readonly shell?: Shell | undefined;
  /** Whether versions are also printed once the site is written, so that their pages link to the PDF. */
  readonly printed?: boolean;
}

/** Everything that a site is made of: its settings, and its policies with their versions. */
export interface SiteInput extends SiteFrame {
  readonly policies: SitePolicies;
}

/**
 * The policies of a site. Each iteration makes them anew: they may be a list, or be read one by one as they are needed.
 */
export interface SitePolicies extends Iterable<SitePolicyInput> {
  readonly length: number;
}

/** One policy of a site: its released versions and what belongs to them. */
export interface SitePolicyInput {
  readonly id: string;
  readonly releases: readonly Release[];
  /** The working tree, if it is to be shown at `draft/`. */
  readonly draft?: Policy;
  /** The frozen copies to offer as downloads, by sequence and locale. */
  readonly evidence?: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** The notices recorded as sent, by sequence: the channel and the day of each. */
  readonly notices?: ReadonlyMap<number, readonly Pick<NoticeRecord, 'channel' | 'sent'>[]>;
  /** The changes that a person raised to consent at the release, by sequence: readers are asked about them. */
  readonly raised?: ReadonlyMap<number, readonly Raised[]>;
}

/** A page that is also printed, and the path of its PDF. */
export interface PrintedPage {
  readonly page: string;
  readonly pdf: string;
  /** When the version it shows was published. */
  readonly date: string;
}
