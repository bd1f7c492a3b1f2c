import type { Chapter } from '../voice.ts';

/** Who else gets data, how long it is kept, and how it is protected. */
export const sharing: Chapter = ({ answers, say, only }) => `chapter: sharing
title: ${say('Who receives it, and how we keep it', '向谁提供，如何保存')}
clauses:
  - id: hosting
    kind: recipient
    title: ${say('The company that runs our servers', '为我们运行服务器的公司')}
    category: processor
    form: entrust # it works for us; \`share\` is for those who decide as well
    receives: [contact.email, device.ip_address]
    purposes: [support.customer_service, security.misuse_prevention]
    countries: ["${answers.country}"]
    safeguard: ${say('A contract binds it to do what we say and nothing else.', '合同约定其仅按我们的指示处理信息。')}
${only(
  ['marketplace'],
  `
  - id: carriers
    kind: recipient
    title: ${say('Carriers', '配送公司')}
    category: partner
    form: share
    receives: [contact.consignee]
    purposes: [trade.delivery]
    countries: ["${answers.country}"]
    onlyWith: [orders]
    basis: contract
    safeguard: ${say('They may use it for the delivery alone.', '仅可用于配送。')}
`,
)}
  - id: keeping
    kind: retention
    title: ${say('How long we keep it', '保存期限')}
    default: true # covers all data that no other clause of this kind covers
    period: P1Y
    start: last-use
    countries: ["${answers.country}"]
    expiry: deleted

  - id: protection
    kind: security
    title: ${say('How we protect it', '如何保护')}
    measures: [encryption-in-transit, access-control]
`;
