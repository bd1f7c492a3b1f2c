/**
 * Where a link leads, without how it is spelt: scheme, `www.`, a final slash or page name, tracking parameters, the
 * language of an English edition, the spelling of an anchor, escapes of letters beyond ASCII, and what is left of `<…>`.
 */
export function plainUrl(url: string): string {
  const [address = '', fragment] = unhidden(uncounted(url))
    .replace(/>$/, '')
    .replace(/(?:%[89a-f][\da-f])+/gi, unescaped)
    .replace(/^tel:.*/i, (number) => number.slice(4).replace(/[\s().-]/g, ''))
    .replace(/^(?:https?:\/\/|(?:mailto:){1,3})/i, '')
    .replace(/^www\./i, '')
    .replace(build, '$1')
    .replace(/^((?:[\w-]+\.)?)twitter\.com(?=\/|$)/i, '$1x.com')
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
    plainWords(fragment ?? '') ? `#${plainWords(fragment ?? '')}` : '',
  ].join('');
}

/** What tells builds of a script apart, and no number of a text that it shows: `main.4e061f55.js`, `hats.js?v=2.1`. */
const build =
  /(?:[.-](?=\d*[a-f])(?=[a-f]*\d)[\da-f]{8,64})?(\.(?:m?js|css))(?:\?(?:v|ver|version|rev|hash|t|_)=[\w.-]*)?$/i;

/** Where a link leads on which a network counts clicks: `https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example&h=AT0x`. */
function uncounted(url: string): string {
  const to = counter.exec(url)?.[1];
  return to === undefined ? url : unescaped(to);
}

const counter =
  /^https?:\/\/(?:lm?\.(?:facebook|instagram)\.com\/(?:l\.php)?\?u|www\.youtube\.com\/redirect\?q)=(https?(?:%3A|:)[^&#\s]+)/i;

/** Decodes a mailbox that a host hides from harvesters: each letter is XORed with the first number. */
function unhidden(url: string): string {
  const code = /\/cdn-cgi\/l\/email-protection#((?:[\da-f]{2}){6,})$/i.exec(url)?.[1];
  if (code === undefined) return url.replace(/(?<=\/cdn-cgi\/l\/email-protection)#(?:removed)?$/i, '');
  const [key = 0, ...letters] = (code.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return `mailto:${String.fromCharCode(...letters.map((letter) => letter ^ key))}`;
}

/** The letters and digits of a part of an address: `VIII.-Data-Security` and `viii-data-security` are equal. */
function plainWords(part: string): string {
  return (
    unescaped(part)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join('');
}

/**
 * Mailboxes in the form that programs read (`hats [at] a [dot] example`, `hats AT a DOT example`), and sites without the spaces that
 * a crawler took for those of a sentence (`www. hats. com`).
 */
export function withMailboxes(text: string): string {
  const joined = (_: string, name: string, host: string): string =>
    `${name}@${host.replace(/\s?[[({]\s?(?:\.|[a-z]+)\s?[\])}]\s?| DOT /gi, '.')}`;
  return text.replace(spread, '.').replace(bracketed, joined).replace(spoken, joined);
}

const spread = /(?<=[\w-])\. (?=(?:com|org|gov|edu|html?)(?![\p{L}\p{N}]))|(?<=(?<!\w)www)\. (?=\w)/gu;

const bracketed =
  /(?<![\w.+-])([\w.+-]{1,64})\s?[[({]\s?(?:at|ät|æt|@)\s?[\])}]\s?([\w-]{1,63}(?:(?:\.|\s?[[({]\s?(?:dot|punkt|point|punto|ponto|\.)\s?[\])}]\s?)[\w-]{1,63}){1,4})/gi;
const spoken = /(?<![\w.+-])([\w.+-]{1,64}) AT ([\w-]{1,63}(?:(?: DOT |\.)[\w-]{1,63}){1,4})/g;

/** Decodes `%` escapes in a part of an address; a part with invalid ones stays as it is. */
export function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Whether the words of a link are the end of its address, as `support/faq` at `https://a.example/support/faq`, or what hides it. */
export function isTyped(url: string, words: string): boolean {
  if (url.includes(veil)) return /^\[?email\s{1,9}protected\]?$/.test(words);
  const end = plainUrl(words).replace(/^\//, '');
  return end !== '' && /^[^\s/]+(?:\/[^\s/]+)+$/.test(words) && `/${plainUrl(url)}`.endsWith(`/${end}`);
}

const tracking =
  /^(?:(?:utm_\w+|_g(?:a|l|ac)|(?:g|fb|y|tt|tw|d)clid|msclkid|mc_[ce]id|mkt_tok|igsh(?:id)?|_hs\w+|ap_(?:source|medium|campaign)|itm_?\w+|ref|source|origin|campaign)=|(?:hl|lang)=en(?:[-_]\w+)?$|(?:label|sid|sig|chash)=(?:removed|v1\w{8}|[\w-]{32,})$)/i;

/**
 * Whose page or number an address is, as far as it tells: the registered domain, or the account on hosts where each
 * has its own path; empty on the same site. A domain does not say who reads a mailbox, so each mailbox is its own
 * owner.
 */
export function ownerOf(url: string): string {
  // Who gets a copy of a letter reads it, too.
  if (reachesPeople(url) || elsewhere.test(url))
    return (copied.test(url) ? url : url.split(/[?#]/, 1)[0])?.toLowerCase() ?? '';
  const to = onward.exec(url)?.[1];
  const [own, other] = [siteOf(url), to && siteOf(to)];
  return other === undefined || other === own ? own : `${own} ${other}`;
}

const copied = /[?&]b?cc=/i;

/** The address that a page passes readers on to: `a.example/go?to=https%3A%2F%2Fb.example`. */
const onward = /=https?(?::|%3A)(?:\/|%2F){2}([\w.-]+)/i;

function siteOf(url: string): string {
  const host = hostOf(url);
  if (pages.test(url)) return url.toLowerCase();
  if (accounts.test(host)) return `${host}/${pathOf(url).split(/[/?#]/, 1)[0]}`;
  const labels = host.split('.');
  if (/^[\d.]+$/.test(host)) return host;
  const own = shared.test(host) ? labels.length : registries.test(host) ? 3 : 2;
  return labels.slice(-own).join('.');
}

function isMailbox(url: string): boolean {
  return mailbox.test(url);
}

/** Whether an address reaches people, by mail or telephone, rather than a page. */
export function reachesPeople(url: string): boolean {
  return isMailbox(url) || number.test(url) || mailboxAtEnd.test(url);
}

const mailbox = /^[^/?#@\s]+@([\w.-]+)/;

/** `a.example/page/hats@a.example`: a common mistake of sites. */
const mailboxAtEnd = /\/[^/?#@\s]+@[\w-]+(?:\.[\w-]+)+$/;

const number = /^\+?[\d(][\d\s().-]{3,}$/;

export function hostOf(url: string): string {
  return (mailbox.exec(url)?.[1] ?? /^[\w-]+(?:\.[\w-]+)+(?=[/?#:]|$)/.exec(url)?.[0] ?? '').toLowerCase();
}

/** The part after the host, or the whole address if it has none. */
function pathOf(url: string): string {
  return url.slice(hostOf(url).length).replace(/^\//, '').toLowerCase();
}

/** An address with the subdomain as its first folder: `shop.a.example/x` and `a.example/shop/x` are the same place. */
function placeOf(url: string): string {
  const [host, owner] = [hostOf(url), ownerOf(url)];
  if (!owner || !host.endsWith(`.${owner}`) || url.includes('@')) return url.toLowerCase();
  const folders = host
    .slice(0, -owner.length - 1)
    .split('.')
    .reverse();
  return [owner, ...folders, pathOf(url)].join('/').replace(/\/$/, '').toLowerCase();
}

/** Whether two addresses end in the same name, if it is long enough to be that of a page or an anchor. */
export function isSamePage(one: string, other: string): boolean {
  const name = (url: string): string =>
    url
      .split(/[/#]/)
      .at(-1)
      ?.toLowerCase()
      .replace(/\.(?:pdf|docx?)$/, '') ?? '';
  return name(one).length >= 6 && name(one) === name(other);
}

/** An address in a text: written out, or behind the words of a link. */
interface Address {
  readonly is: string;
  readonly key: string;
}

/**
 * Whether all addresses lead to pages of one owner, by full or root-relative addresses. For an address that is written
 * out, the owner is its whole host.
 */
export function areOfOneOwner(gone: readonly Address[], come: readonly Address[]): boolean {
  const each = (list: readonly Address[], part: (address: Address) => string): string =>
    [...new Set(list.map(part))].sort().join();
  const owner = ({ is, key }: Address): string =>
    is === 'site' && !isMailbox(key) && !key.includes(veil) ? hostOf(key) : ownerOf(key);
  const [one, other] = [each(gone, owner), each(come, owner)];
  if (one === other) return true;
  const place = ({ key }: Address): string => placeOf(key);
  if (each(gone, place) === each(come, place)) return true;
  const path = ({ key }: Address): string => pathOf(key);
  const [from, to] = [each(gone, path), each(come, path)];
  return (one === '') !== (other === '') && (from === to || isSamePage(from, to));
}

/**
 * Whether each address is a mailbox on one side, and on the other what a proxy of the same site shows instead of it; the site
 * may have another suffix, or a longer name.
 */
export function areVeiled(gone: readonly Address[], come: readonly Address[]): boolean {
  const isVeiled = ({ key }: Address): boolean => key.includes(veil);
  const site = ({ key }: Address): string => ownerOf(hostOf(key)).split('.')[0] ?? '';
  const [veils, mailboxes] = gone.some(isVeiled) ? [gone, come] : [come, gone];
  return (
    veils.length === mailboxes.length &&
    veils.every(isVeiled) &&
    mailboxes.every((one, at) => {
      const [own, other = ''] = [site(one), veils[at] && site(veils[at])];
      return isMailbox(one.key) && own !== '' && (own === other || (own.length > 4 && other.startsWith(own)));
    })
  );
}

/** An address with a scheme other than that of the web. */
const elsewhere = /^(?!localhost:)[a-z][a-z\d+-]*:/i;

/** Hosts where everybody can have a path: for an account, a group, a form, an app or a short link. */
const accounts =
  /^(?:(?:m\.)?(?:facebook|instagram|twitter|x|linkedin|github|gitlab|bitbucket|tiktok|youtube|reddit|medium|vk|weibo|pinterest)\.(?:com|org)|discord\.gg|(?:t|wa|m|telegram|paypal|naver)\.me|gist\.github\.com|raw\.githubusercontent\.com|codeberg\.org|gitee\.com|(?:patreon|ko-fi|buymeacoffee|yuque|note|qiita|pastebin)\.com|hackmd\.io|mastodon\.social|threads\.(?:net|com)|twitch\.tv|ok\.ru|(?:blog|cafe)\.naver\.com|pf\.kakao\.com|zenn\.dev|intercom\.help|telegra\.ph|rentry\.co|g\.page|s3(?:[.-][\w-]+)?\.amazonaws\.com|storage\.googleapis\.com|huggingface\.co|issuu\.com|calendly\.com|mailchi\.mp|(?:bit|cutt|ow)\.ly|rb\.gy|dub\.sh|lin\.ee|is\.gd|tiny\.cc|(?:t|url|dwz)\.cn|tinyurl\.com|goo\.gl|forms\.gle|linktr\.ee|youtu\.be|t\.co|lnkd\.in|notion\.so)$/;

/** Hosts where each page belongs to whoever made it, and not to the host, or is another law. */
const pages =
  /^(?:(?:docs|drive|sites|chromewebstore|play|meet)\.google\.com\/(?!about)|chrome\.google\.com\/webstore\/|(?:apps|itunes)\.apple\.com\/|apps\.microsoft\.com\/|addons\.mozilla\.org\/|iubenda\.com\/|app\.termly\.io\/|(?:termsfeed|freeprivacypolicy|privacypolicies)\.com\/live\/|mp\.weixin\.qq\.com\/|docs\.qq\.com\/|kdocs\.cn\/|shimo\.im\/|firebasestorage\.googleapis\.com\/|cdn\.jsdelivr\.net\/gh\/|zoom\.us\/j\/|eventbrite\.com\/|onedrive\.live\.com|mega\.nz\/|bsky\.app\/|line\.me\/|snapchat\.com\/add\/|(?:dropbox|surveymonkey|airtable|trello|box|(?:form\.)?jotform|figma|forms\.office|app\.onetrust)\.com\/|discord\.com\/invite\/|(?:web\.)?archive\.org\/|google\.com\/url\?|1drv\.ms\/|we\.tl\/|tally\.so\/|eur-lex\.europa\.eu\/|legislation\.gov\.uk\/|gesetze-im-internet\.de\/|legifrance\.gouv\.fr\/|boe\.es\/|planalto\.gov\.br\/|law\.cornell\.edu\/|flk\.npc\.gov\.cn\/)/i;

/** Suffixes under which a country lets others register names: `a.or.jp` is not `b.or.jp`. */
const registries = /\.(?:com?|org?|net?|gov|ac|edu|gob|gouv|go|ltd|plc|me|nom|asso|web|id|mil)\.[a-z]{2}$/;

/** Hosts under which everybody can have a subdomain. */
const shared =
  /(?:^|\.)(?:github\.io|gitlab\.io|blogspot\.[a-z]{2,3}(?:\.[a-z]{2})?|wordpress\.com|medium\.com|substack\.com|netlify\.app|vercel\.app|pages\.dev|herokuapp\.com|zendesk\.com|notion\.site|azurewebsites\.net|amazonaws\.com|cloudfront\.net|web\.app|firebaseapp\.com|myshopify\.com|tumblr\.com|webflow\.io|fly\.dev|onrender\.com|workers\.dev|glitch\.me|wixsite\.com|weebly\.com|squarespace\.com|sharepoint\.com|readthedocs\.io|gitbook\.io|atlassian\.net|freshdesk\.com|typeform\.com|bandcamp\.com|run\.app|appspot\.com|windows\.net|carrd\.co|framer\.(?:app|website)|list-manage\.com|feishu\.cn|larksuite\.com|fandom\.com|tilda\.ws|tistory\.com|hatenablog\.com|exblog\.jp|livedoor\.blog|surge\.sh|(?:replit|lovable|streamlit|mintlify|softr|ngrok-free|netlify)\.app|repl\.co|neocities\.org|(?:statuspage|canny|ngrok|ghost|bubbleapps)\.io|helpscoutdocs\.com|canva\.site|(?:hubspotpagebuilder|jimdosite|mystrikingly|godaddysites|over-blog|uservoice|gumroad|teachable|beehiiv|auth0|000webhostapp|digitaloceanspaces)\.com|supabase\.co|(?:deno|r2)\.dev|azurestaticapps\.net|altervista\.org)$/;

/**
 * A text in which each address that a proxy hides is only known to be one: the visible rest of `le[[email
 * protected]](/cdn-cgi/l/email-protection)om` is dropped.
 */
export function withoutVeiled(text: string): string {
  return text.includes(veil) ? text.replace(veiled, '[email protected]$1') : text;
}

const veil = '/cdn-cgi/l/email-protection';
const stuck = '[a-z\\d._+*-]{0,64}';
const veiled = new RegExp(
  `(?:(?<![\\w.+-])${stuck})?\\[${stuck}\\\\?\\[email\\s{1,9}protected\\\\?\\]${stuck}\\](\\([^()\\s]{0,200}${veil}[^()\\s]{0,99}\\))(?:[a-z\\d-]{0,64}(?:\\.[a-z]{2,12}){1,3}|c?om?|[a-z])?(?![a-z])`,
  'g',
);

/** What is dialled: the digits of a telephone number. */
export const dialled = (number: string): string => number.replace(/\D/g, '');
