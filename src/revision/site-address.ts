import { hiddenIn } from '../base/hidden.ts';

/**
 * Whether every page of a site can be called by an address that begins so: it names a host as programs read it, nobody to
 * sign in as, and nothing that would stand behind the page (a question, a fragment) or lead out of its folder.
 */
export function isSiteAddress(address: string): boolean {
  const [, authority = '', path = ''] =
    /^https:\/\/([^\s/?#@\\"'<>^`{|}]+)(\/[^\s?#\\"<>^`{|}]*)?$/.exec(address) ?? [];
  if (authority === '' || !hiddenIn(address).next().done || !URL.canParse(address)) return false;
  const { hostname, port } = new URL(address);
  const host = authority.replace(/:[0-9]*$/, '').toLowerCase();
  return isHost(hostname) && isSameHost(host, hostname) && port !== '0' && !misleads.test(path);
}

/** A number is read in many ways (`0x7f.1`), and so are letters of other widths: what is written is what is meant. */
function isSameHost(written: string, read: string): boolean {
  return written === read || (read.includes('xn--') && written === written.normalize('NFKC'));
}

function isHost(hostname: string): boolean {
  const labels = hostname.split('.');
  return (
    hostname.startsWith('[') ||
    (hostname.length <= 253 &&
      labels.every((label) => label.length <= 63 && /^(?!-)[a-z0-9_-]+(?<!-)$/.test(label)))
  );
}

/** Folders that are taken back, and bytes that are none. */
const misleads = /%(?![0-9a-f]{2})|\/(?:\.|%2e){1,2}(?:\/|$)|\/\//i;
