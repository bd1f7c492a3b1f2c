import type { NoticeRecord } from '../archive/notices.ts';
import type { Release } from '../archive/release.ts';
import type { Raised } from '../consent/asks.ts';
import type { Policy } from '../model/policy.ts';
import type { FlavourName } from '../render/flavours.ts';
import type { Shell } from '../render/shell-kind.ts';

/** What holds for every policy of a site. */
export interface SiteFrame {
  /** For canonical links; pages work without it. */
  readonly siteUrl?: string;
  readonly asOf: string;
  /** For a site that brings its own shell: the pages as Markdown of this flavour, and nothing else. */
  readonly flavour?: FlavourName | undefined;
  /** What is around the text of each page; our own page when absent. */
  readonly shell?: Shell | undefined;
  /** Versions are printed too, once the site is written: their pages lead to it. */
  readonly printed?: boolean;
}

/** Everything that a site is made of. */
export interface SiteInput extends SiteFrame {
  readonly policies: SitePolicies;
}

/** The policies one after another, made anew each time they are asked for: a list, or what reads each when its turn comes. */
export interface SitePolicies extends Iterable<SitePolicyInput> {
  readonly length: number;
}

/** One policy of a site: its released versions, and what goes with them. */
export interface SitePolicyInput {
  readonly id: string;
  readonly releases: readonly Release[];
  /** The working tree, shown at `draft/` when there is one. */
  readonly draft?: Policy;
  /** The frozen copies to offer as downloads, by sequence and locale. */
  readonly evidence?: ReadonlyMap<number, ReadonlyMap<string, string>>;
  /** By sequence, the notices that were recorded as sent: by which channel and on which day. */
  readonly notices?: ReadonlyMap<number, readonly Pick<NoticeRecord, 'channel' | 'sent'>[]>;
  /** By sequence, the changes that readers are asked about because a person decided so at the release. */
  readonly raised?: ReadonlyMap<number, readonly Raised[]>;
}

/** A page that stands on paper too, and the file that it is printed to. */
export interface PrintedPage {
  readonly page: string;
  readonly pdf: string;
  /** When what it shows was published. */
  readonly date: string;
}
