import { defineCollection, z } from 'astro:content';
import { glob } from 'astro/loaders';

const privacy = defineCollection({
  loader: glob({ base: 'src/content/privacy', pattern: '**/*.md' }),
  schema: z.object({ title: z.string(), description: z.string(), lang: z.string(), noindex: z.boolean() }),
});

export const collections = { privacy };
