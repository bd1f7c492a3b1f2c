import { didYouMean, entry, type Nearest } from './message.ts';

/** What texts say of themselves: references, numbers, definitions, sentences, scripts. */
export const textMessages = {
  'dangling-fragment': entry('error', (a: { fragment: string } & Nearest) => ({
    reason: `The link #${a.fragment} leads nowhere: no clause or chapter is or was called ${a.fragment}.`,
    fix:
      a.nearest === undefined
        ? 'Write :ref[id] with the id of a clause, which is checked.'
        : `Did you mean :ref[${a.nearest}]?`,
  })),
  'relative-link': entry('warning', (a: { url: string }) => ({
    reason: `The link ${a.url} leads somewhere else from each page that shows it: the version, its copy, the archive.`,
    fix: 'Write the whole address, or a path from the top of the site (/…).',
  })),
  'typed-number': entry('warning', (a: { number: string }) => ({
    reason: `The heading begins with a number of its own, “${a.number}”, and pages number it once more.`,
    fix: 'Take the number out; order follows from where a clause stands.',
  })),
  'typed-reference': entry('warning', (a: { quote: string }) => ({
    reason: `“${a.quote}” is typed: it leads elsewhere as soon as a clause moves, and nothing checks it.`,
    fix: 'Write :ref[id], which becomes the number and a link.',
  })),
  'directive-misspelt': entry('warning', (a: { quote: string; meant: string | undefined }) => ({
    reason: `“${a.quote}” is no directive: readers see it as it stands.`,
    fix: didYouMean(a.meant, 'Write :ref[id] or another directive; in backticks it is shown as it stands.'),
  })),
  'reference-by-position': entry('warning', (a: { quote: string }) => ({
    reason: `“${a.quote}” depends on where things stand, which readers see in another order or on another page.`,
    fix: 'Write :ref[id] or :contact[id] for what is meant.',
  })),
  'circular-definition': entry('error', (a: { terms: readonly string[] }) => ({
    reason: `These terms are defined by one another, so none is defined: ${a.terms.join(' → ')}.`,
    fix: 'Define one of them in words that are not among them.',
  })),
  'definition-of-itself': entry('warning', (a: { id: string; quote: string }) => ({
    reason: `${a.id} is defined with the very words that it is to explain: “${a.quote}”.`,
    fix: 'Say what it is in other words.',
  })),
  'definition-unused': entry('info', (a: { id: string }) => ({
    reason: `No other text uses the term ${a.id}, by :term[${a.id}] or in words.`,
    fix: 'Take the definition out, or use the term.',
  })),
  'definition-of-other-kind': entry('warning', (a: { id: string; quote: string; sort: string }) => ({
    reason:
      a.sort === 'somebody'
        ? `${a.id} names somebody, and its definition says that it is a thing: “${a.quote}”.`
        : `${a.id} names a thing, and its definition says that it is somebody: “${a.quote}”.`,
    fix: 'Say who or what the term means, or call it what it is.',
  })),
  'term-unexplained': entry('info', (a: { quote: string }) => ({
    reason: `“${a.quote}” is explained nowhere, and the policy has definitions.`,
    fix: 'Add a definition, or say where it is used what it is.',
  })),
  'term-variant': entry('warning', (a: { quote: string; instead: string }) => ({
    reason: `“${a.quote}” stands where the policy elsewhere says “${a.instead}”: readers cannot tell whether it is the same.`,
    fix: `Write “${a.instead}”, or add the other word to aliases: of its definition.`,
  })),
  'forbidden-word': entry('error', (a: { quote: string; term: string }) => ({
    reason: `“${a.quote}” is a word that this policy avoids for ${a.term}.`,
    fix: `Write the term as its definition has it; :term[${a.term}] leads there.`,
  })),
  'incomplete-sentence': entry('warning', (a: { quote: string }) => ({
    reason: `The text breaks off: “${a.quote}”.`,
    fix: 'Finish the sentence, or take it out.',
  })),
  'stray-punctuation': entry('info', (a: { quote: string }) => ({
    reason: `“${a.quote}”: punctuation stands where none belongs, or a sentence begins without a capital.`,
    fix: 'Correct it; such places are often where words were lost.',
  })),
  'unbalanced-delimiter': entry('warning', (a: { mark: string; quote: string }) => ({
    reason: `${a.mark} has no partner in “${a.quote}”.`,
    fix: 'Open or close it.',
  })),
  'blank-left': entry('warning', (a: { quote: string }) => ({
    reason: `“${a.quote}” is a blank of a template, and readers see it as it stands.`,
    fix: 'Write what belongs there, or take the sentence out.',
  })),
  'foreign-script': entry('warning', (a: { quote: string; locale: string }) => ({
    reason: `“${a.quote}” is in no script of ${a.locale}: a remainder of another text.`,
    fix: 'Take it out or translate it; put a name that is meant in quotes or in backticks.',
  })),
  'open-list': entry('warning', (a: { quote: string }) => ({
    reason: `“${a.quote}” leaves open what else there is: readers cannot tell what they agree to.`,
    fix: 'List all of it, or name the category that holds the rest.',
  })),
};
