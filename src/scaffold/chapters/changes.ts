import type { Chapter } from '../voice.ts';

/** How readers hear of changes. The list of material changes in one version is what the next version is judged by. */
export const changes: Chapter = ({ say }) => `chapter: changes
title: ${say('When this policy changes', '本政策的变更')}
clauses:
  - id: how-we-tell-you
    kind: change
    title: ${say('How we tell you', '我们如何告知您')}
    page: https://www.example.com/privacy
    prominent: [announcement] # where readers are told of a material change
    leadTime: P30D # at least so long before it takes effect
    material: # what policyc calls material: changes of what an entry watches, for the worse
      - id: what-we-do
        words: ${say('What we do with your data, why, or how long we keep it.', '我们如何、为何处理您的信息，以及保存多久。')}
        watches:
          - { watch: function, direction: worse }
          - { watch: technology, direction: worse }
          - { watch: retention, direction: worse }
      - id: who-receives-it
        words: ${say('Who receives your data.', '谁会收到您的信息。')}
        watches: [{ watch: recipient, direction: worse }]
      - id: your-rights
        words: ${say('Your rights and choices, and how to use them.', '您的权利与选择，以及如何行使。')}
        watches:
          - { watch: right, direction: worse }
          - { watch: consent, direction: worse }
          - { watch: contact, direction: worse }
          - { watch: minors, direction: worse }
`;
