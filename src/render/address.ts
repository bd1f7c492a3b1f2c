import { type Inline, link } from './nodes.ts';
import { namedValue, type View } from './view.ts';

/**
 * The target for a link to an address (`mailto:`, `tel:` or a web address); undefined if there is none that may be
 * published.
 */
function addressTarget(channel: string, address: string): string | undefined {
  const written = address.trim();
  if (channel === 'email')
    return /^[\w.+'-]+@[A-Za-z0-9.-]+$/.test(written) ? `mailto:${written}` : undefined;
  if (channel === 'phone') {
    const digits = written.replace(/[\s().-]/g, '');
    return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : undefined;
  }
  if (channel === 'post') return undefined;
  return webTarget(written);
}

/** A web address, or a path on the company's own site. */
function webTarget(url: string): string | undefined {
  return /^(https?:\/\/[^\s<>"]+|\/(?!\/)[^\s<>"]*)$/.test(url) ? url : undefined;
}

/** A web address, as a link if it may be one. */
export function webAddress(url: string): Inline {
  const target = webTarget(url);
  return target === undefined ? url : link(target, url);
}

/** A contact's address as shown to readers. */
export function contactAddress(view: View, id: string): Inline {
  const channel = view.rows.value('contact', [id], 'channel');
  const address = namedValue(view, 'contact', id, 'address');
  const target = addressTarget(channel, address);
  return target === undefined ? address : link(target, address);
}

/** The text for `:contact[…]`: the address for mail and telephone, else the contact's name, linked to its address. */
export function contactLink(view: View, id: string, name: string, as: string | undefined): Inline {
  const channel = view.rows.value('contact', [id], 'channel');
  const address = namedValue(view, 'contact', id, 'address');
  // A postal address cannot be a link, so it is printed in full.
  if (channel === 'post' && as === undefined && name !== '')
    return [link(`#${id}`, name), view.words.open, address, view.words.close];
  const words = as ?? (channel === 'email' || channel === 'phone' ? address : name);
  return link(addressTarget(channel, address) ?? `#${id}`, words === '' ? address : words);
}
