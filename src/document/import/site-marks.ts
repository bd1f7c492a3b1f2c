/** `:material-cookie:`, `:octicons-law-16:{ .big }`: icons, by names that the site's generator knows. */
const icon =
  /:(?:material|fontawesome|octicons|simple)-[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){0,8}:(?:\{[^{}\n]{0,200}\})?[ \t]?/g;
/** `[terms](…){ target="_blank" }`: attributes of a link. */
const dress = /(?<=\))\{:?[ \t]?(?:[.#][\w-]{1,60}|[\w-]{1,60}=["'][^"'{}\n]{0,200}["'])[^{}\n]{0,200}\}/g;

/** Removes the markup of site generators for icons and link attributes, which readers never saw as text. */
export function withoutSiteMarks(text: string): string {
  if (!/:(?:material|fontawesome|octicons|simple)-|\)\{/.test(text)) return text;
  return text.replace(icon, '').replace(dress, '');
}
