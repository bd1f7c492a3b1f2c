import { ageOfConsentIn } from '../answers.ts';
import type { Chapter } from '../voice.ts';

/** What readers can ask for by writing. */
const asked = [
  ['your-copy', 'access', 'A copy of your data', '查阅和复制'],
  ['correcting', 'correct', 'Correction', '更正'],
  ['deleting', 'delete', 'Deletion', '删除'],
] as const;

/** What readers can ask for, and from whom. */
export const rights: Chapter = ({ answers, say, line, only }) => `chapter: rights
title: ${say('What you can ask for', '您的权利')}
clauses:
${asked
  .map(
    ([id, right, english, chinese]) => `  - id: ${id}
    kind: right
    title: ${say(english, chinese)}
    right: ${right}
    channels: [write-to-us]
    answerWithin: ${answers.country === 'CN' ? 'P15D' : 'P30D'}
    fee: none
`,
  )
  .join('\n')}${only(
  ['app', 'marketplace'],
  `
  - id: taking-consent-back
    kind: right
    title: ${say('Taking consent back', '撤回同意')}
    right: withdraw-consent
    method: ${say('In the settings, where you gave it.', '在设置中，即您作出同意之处。')}
    fee: none

  - id: children
    kind: minors
    title: ${say('Children', '儿童')}
    age: ${ageOfConsentIn(answers.country)}
    guardianConsent: true
    contact: write-to-us
`,
)}
  - id: complaining
    kind: right
    title: ${say('Complaining to somebody else', '向监管机构投诉')}
    right: complain
    text: |
      ${line('You can complain to the authority that protects personal data where you live.', '您可以向您所在地履行个人信息保护职责的部门投诉。')}

  - id: write-to-us
    kind: contact
    title: ${say('Write to us', '联系我们')}
    topics: [personal-data, rights, complaint]
    channel: email
    address: privacy@example.com
`;
