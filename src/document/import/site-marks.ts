/** `:material-cookie:`, `:octicons-law-16:{ .big }`: pictures, by the names that a site gives them. */
const icon =
  /:(?:material|fontawesome|octicons|simple)-[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,8}:(?:\{[^{}\n]{0,200}\})?[ \t]?/g;
/** `[terms](…){ target="_blank" }`: how a site opens or dresses a link. */
const dress = /(?<=\))\{:?[ \t]?(?:[.#][\w-]{1,60}|[\w-]{1,60}=["'][^"'{}\n]{0,200}["'])[^{}\n]{0,200}\}/g;

/** Markdown without the marks by which makers of sites show pictures and dress links: readers had no such words. */
export function withoutSiteMarks(text: string): string {
  if (!/:(?:material|fontawesome|octicons|simple)-|\)\{/.test(text)) return text;
  return text.replace(icon, '').replace(dress, '');
}
