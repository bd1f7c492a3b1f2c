import type { FactRelation } from '../model/relations.ts';
import { flag, type RelationKnowledge, relation, scale, stated } from './meaning.ts';
import { became } from './say.ts';

/** What changes of the consent that functions and recipients rest on mean. */
export const consentKnowledge = {
  consent: relation(
    ['consent-added', 'narrows', '{0} now rests on your consent.'],
    ['consent-removed', 'expands', '{0} no longer asks for your consent.'],
    {
      kind: scale(
        ['explicit', 'implied'],
        ['consent-to-implied', 'expands', '{0}: consent is now taken as given; it was asked for expressly.'],
        ['consent-to-explicit', 'narrows', '{0}: consent is now asked for expressly; it was taken as given.'],
        ['consent-kind-changed', 'changes', became('the kind of consent')],
      ),
      separate: flag(
        ['consent-separated', 'narrows', '{0}: consent is now asked for by itself.'],
        ['consent-joined', 'expands', '{0}: consent is no longer asked for by itself.'],
      ),
      withdrawal: stated('withdrawal', 'how to take consent back'),
    },
  ),
  'consent.covers': relation(
    ['consent-unit-widened', 'restricts', '{1} is now asked for in one consent for all of this: {0}.'],
    ['consent-unit-narrowed', 'eases', '{1} is no longer asked for in one consent with {0}.'],
  ),
} satisfies Partial<Record<FactRelation, RelationKnowledge>>;
