/** Languages whose words of denial and the like are known, by the table that they stand in. */
const readLanguages = {
  english: ['en'],
  chinese: ['zh'],
  others: ['de', 'fr', 'es', 'pt', 'nl'],
} as const;

/** Whether prose in a locale can be read, by one table or by any. */
export function isRead(locale: string, tables: readonly (keyof typeof readLanguages)[] = all): boolean {
  const language = locale.toLowerCase().split('-')[0] ?? '';
  return tables.some((table) => (readLanguages[table] as readonly string[]).includes(language));
}

const all = ['english', 'chinese', 'others'] as const;
