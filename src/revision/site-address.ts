import { domainToUnicode } from 'node:url';
import { hiddenIn } from '../base/hidden.ts';

/**
 * Whether an address can begin those of all pages of a site: it names a host in the way programs read it, has no user
 * name, query or fragment, and does not lead out of its folder.
 */
export function isSiteAddress(address: string): boolean {
  const [, authority = '', path = ''] =
    /^https:\/\/([^\s/?#@\\"'<>^`{|}]+)(\/[^\s?#\\"<>^`{|}]*)?$/.exec(address) ?? [];
  if (authority === '' || !hiddenIn(address).next().done || !URL.canParse(address)) return false;
  const { hostname, port } = new URL(address);
  const host = authority.replace(/:[0-9]*$/, '').toLowerCase();
  return isHost(hostname) && isSameHost(host, hostname) && port !== '0' && !misleads.test(path);
}

/** Numbers (`0x7f.1`) and full-width letters are read in many ways: the host must be read as it is written. */
function isSameHost(written: string, read: string): boolean {
  return written === read || (read.includes('xn--') && written === written.normalize('NFKC'));
}

function isHost(hostname: string): boolean {
  const labels = hostname.split('.');
  return (
    hostname.startsWith('[') ||
    (hostname.length <= 253 &&
      labels.every(
        (label) => label.length <= 63 && /^(?!-)[a-z0-9_-]+(?<!-)$/.test(label) && isReadable(label),
      ))
  );
}

/** A name in letters beyond ASCII must stand for some. Whether it does is no question that every version of Node asks. */
function isReadable(label: string): boolean {
  return !label.startsWith('xn--') || /[^\0-\x7f]/.test(domainToUnicode(label));
}

/** Dot segments, empty folders and invalid escapes. */
const misleads = /%(?![0-9a-f]{2})|\/(?:\.|%2e){1,2}(?:\/|$)|\/\//i;
