/**
 * Whether an address says that readers can switch, request or refuse something there: by a word in its last part (`/opt-out`),
 * or by a folder that consists of such words.
 */
export function isOffer(url: string): boolean {
  const parts = url.split('/');
  const isFolder = (part: string): boolean =>
    part
      .split(/[^a-z]+/i)
      .every((word) => /^(?:ads?|my|your)$/i.test(word) || offering.exec(word)?.[0] === word);
  return offering.test(parts.at(-1) ?? '') || parts.slice(1).some(isFolder);
}

const offering =
  /(?<![a-z])(?:opt[a-z]*|off|on|out|(?:ad|your)?choices?|choose|prefer[a-z]*|settings?|consent[a-z]*|cookies?|unsubscri[a-z]*|subscri[a-z]*|delet[a-z]*|remov[a-z]*|requests?|(?:web)?forms?|dsar|object[a-z]*|withdraw[a-z]*|accounts?|complain[a-z]*|appeals?|stop)(?![a-z])/i;
