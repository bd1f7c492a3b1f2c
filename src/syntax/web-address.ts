/**
 * Where a link leads, without how it is fetched: scheme, `www.`, a slash or page name at the end, the parameters that
 * only tell where a visitor came from, the language of an English edition, how an anchor is spelt, and what is left of `<…>`.
 */
export function plainUrl(url: string): string {
  const [address = '', fragment] = unhidden(url)
    .replace(/>$/, '')
    .replace(/^tel:.*/i, (number) => number.slice(4).replace(/[\s().-]/g, ''))
    .replace(/^(?:https?:\/\/|(?:mailto:){1,3})/i, '')
    .replace(/^www\./i, '')
    .split('#');
  const [path = '', query = ''] = address.split('?');
  const asked = query.split(/&(?:amp;)?|;/).filter((one) => one !== '' && !tracking.test(one));
  const plain = path
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/(^|\/)(?:intl\/)?en(?:[-_](?:us|gb))?(?=\/|$)/i, '$1')
    .replace(/\/{2,}/g, '/')
    .replace(/(?:^|\/)index\.(?:html?|mdx?)$|\.(?:html?|mdx?)$/i, '')
    .replace(/\/$/, '');
  return [
    plain,
    asked.length > 0 ? `?${asked.join('&')}` : '',
    fragment ? `#${plainWords(fragment)}` : '',
  ].join('');
}

/** The mailbox that a host hides from machines: each of its letters is turned by the first number. */
function unhidden(url: string): string {
  const code = /\/cdn-cgi\/l\/email-protection#((?:[\da-f]{2}){6,})$/i.exec(url)?.[1];
  if (code === undefined) return url.replace(/(?<=\/cdn-cgi\/l\/email-protection)#(?:removed)?$/i, '');
  const [key = 0, ...letters] = (code.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `mailto:${String.fromCharCode(...letters.map((letter) => letter ^ key))}`;
}

/** The letters and digits of a part of an address: `VIII.-Data-Security` and `viii-data-security` are one. */
function plainWords(part: string): string {
  return (
    unescaped(part)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join('');
}

/** A part of an address with what its `%` stand for; as it is written where they stand for nothing. */
export function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether the words of a link are the end of its address, typed out: `support/faq` at `https://a.example/support/faq`. */
export function isTyped(url: string, words: string): boolean {
  const end = plainUrl(words).replace(/^\//, '');
  return end !== '' && /^[^\s/]+(?:\/[^\s/]+)+$/.test(words) && `/${plainUrl(url)}`.endsWith(`/${end}`);
}

const tracking = /^(?:(?:utm_\w+|gclid|fbclid|ref|source|origin|campaign)=|(?:hl|lang)=en(?:[-_]\w+)?$)/i;

/**
 * Whose page or number it is, as far as an address tells: the domain that was registered, and the account where a host
 * gives each its own path; empty on the same site. Who reads a mailbox its domain does not tell: each is its own.
 */
export function ownerOf(url: string): string {
  if (reachesPeople(url) || elsewhere.test(url)) return url.split(/[?#]/, 1)[0]?.toLowerCase() ?? '';
  const host = hostOf(url);
  if (pages.test(url)) return url.toLowerCase();
  if (accounts.test(host)) return `${host}/${pathOf(url).split(/[/?#]/, 1)[0]}`;
  const labels = host.split('.');
  const own = shared.test(host) ? labels.length : registries.test(host) ? 3 : 2;
  return labels.slice(-own).join('.');
}

function isMailbox(url: string): boolean {
  return mailbox.test(url);
}

/** Whether an address is that of people, to write to or to call, and not of a page. */
export function reachesPeople(url: string): boolean {
  return isMailbox(url) || number.test(url) || mailboxAtEnd.test(url);
}

const mailbox = /^[^/?#@\s]+@([\w.-]+)/;

/** `a.example/page/hats@a.example`, as sites write it by mistake. */
const mailboxAtEnd = /\/[^/?#@\s]+@[\w-]+(?:\.[\w-]+)+$/;

const number = /^\+?[\d(][\d\s().-]{3,}$/;

export function hostOf(url: string): string {
  return (mailbox.exec(url)?.[1] ?? /^[\w-]+(?:\.[\w-]+)+(?=[/?#:]|$)/.exec(url)?.[0] ?? '').toLowerCase();
}

/** What follows the host, or the whole address when it names none. */
function pathOf(url: string): string {
  return url.slice(hostOf(url).length).replace(/^\//, '').toLowerCase();
}

/** An address with what its owner has before the domain as the first folder: `shop.a.example/x` and `a.example/shop/x` are one place. */
function placeOf(url: string): string {
  const [host, owner] = [hostOf(url), ownerOf(url)];
  if (!owner || !host.endsWith(`.${owner}`) || url.includes('@')) return url.toLowerCase();
  const folders = host
    .slice(0, -owner.length - 1)
    .split('.')
    .reverse();
  return [owner, ...folders, pathOf(url)].join('/').replace(/\/$/, '').toLowerCase();
}

/** Whether two addresses end in one name, long enough to be that of a page or of a place on one. */
export function isSamePage(one: string, other: string): boolean {
  const name = (url: string): string => url.split(/[/#]/).at(-1)?.toLowerCase() ?? '';
  return name(one).length >= 6 && name(one) === name(other);
}

/** An address as it stands in a text: written out, or behind words. */
interface Address {
  readonly is: string;
  readonly key: string;
}

/** Whether all lead to pages of one owner, named whole or from the root of its site; a site that is written out is its whole host. */
export function areOfOneOwner(gone: readonly Address[], come: readonly Address[]): boolean {
  const each = (list: readonly Address[], part: (address: Address) => string): string =>
    [...new Set(list.map(part))].sort().join();
  const owner = ({ is, key }: Address): string =>
    is === 'site' && !isMailbox(key) ? hostOf(key) : ownerOf(key);
  const [one, other] = [each(gone, owner), each(come, owner)];
  if (one === other) return true;
  const place = ({ key }: Address): string => placeOf(key);
  if (each(gone, place) === each(come, place)) return true;
  const path = ({ key }: Address): string => pathOf(key);
  const [from, to] = [each(gone, path), each(come, path)];
  return (one === '') !== (other === '') && (from === to || isSamePage(from, to));
}

/** What a scheme of its own leads to. */
const elsewhere = /^(?!localhost:)[a-z][a-z\d+-]*:/i;

/** Hosts that give everybody a path: of an account, a group, a form, an app or a short address. */
const accounts =
  /^(?:(?:m\.)?(?:facebook|instagram|twitter|x|linkedin|github|gitlab|bitbucket|tiktok|youtube|reddit|medium|vk|weibo|pinterest)\.(?:com|org)|discord\.gg|(?:t|wa|m|line)\.me|bit\.ly|tinyurl\.com|goo\.gl|forms\.gle|linktr\.ee|youtu\.be|t\.co|lnkd\.in|notion\.so)$/;

/** Hosts where each page belongs to whoever made it, and none to the host. */
const pages =
  /^(?:(?:docs|drive|sites|chromewebstore|play)\.google\.com\/(?!about)|apps\.apple\.com\/|(?:dropbox|surveymonkey|airtable)\.com\/)/i;

/** What a country lets others register names under: `a.or.jp` is not `b.or.jp`. */
const registries = /\.(?:com?|org?|net?|gov|ac|edu|gob|gouv|go|ltd|plc|me|nom|asso|web|id|mil)\.[a-z]{2}$/;

/** Hosts below which everybody may have a place. */
const shared =
  /(?:^|\.)(?:github\.io|gitlab\.io|blogspot\.com|wordpress\.com|medium\.com|substack\.com|netlify\.app|vercel\.app|pages\.dev|herokuapp\.com|zendesk\.com|notion\.site|azurewebsites\.net|amazonaws\.com|cloudfront\.net|web\.app|firebaseapp\.com|myshopify\.com|tumblr\.com)$/;

/** A text with no more of the addresses that a proxy hides than that they are: `le[[email protected]](/cdn-cgi/l/email-protection)om` held a part. */
export function withoutVeiled(text: string): string {
  return text.includes(veil) ? text.replace(veiled, '[email protected]$1') : text;
}

const veil = '/cdn-cgi/l/email-protection';
const stuck = '[a-z\\d._+*-]{0,64}';
const veiled = new RegExp(
  `(?:(?<![\\w.+-])${stuck})?\\[${stuck}\\\\?\\[email.protected\\\\?\\]${stuck}\\](\\([^()\\s]{0,200}${veil}[^()\\s]{0,99}\\))(?:[a-z\\d-]{0,64}(?:\\.[a-z]{2,12}){1,3}|c?om?|[a-z])?(?![a-z])`,
  'g',
);
