import type { Chapter, Voice } from '../voice.ts';

/** What happens with data: the functions of each kind of service. */
export const data: Chapter = (voice) => {
  const { say, line, only } = voice;
  return `chapter: data
title: ${say('What we use, and what for', '我们使用哪些信息，用来做什么')}
summary: ${say('We use only what a function needs, and say here which function needs what.', '我们只使用各项功能所需的信息，并在此逐项说明。')}
clauses:
  - id: answering
    kind: function
    tier: basic # needed to use the service; \`additional\` is what readers can do without
    title: ${say('Answering you', '答复您的来信')}
    purposes: [{ purpose: support.customer_service, basis: contract }]
    collects:
      - { data: contact.email, source: provided, method: form, required: true }
    refusal: ${say('We cannot answer you; all else works.', '我们无法答复您，其他功能不受影响。')}
    text: |
      ${line('When you write to us, we use your :data[contact.email] to answer.', '您写信给我们时，我们使用您的:data[contact.email]答复您。')}
      ${line('How long we keep it: :ref[keeping].', '保存多久，请见:ref[keeping]。')}

  - id: safety
    kind: function
    tier: basic
    title: ${say('Keeping the service safe', '保障服务安全')}
    purposes:
${basisOfSafety(voice)}
    collects:
      - { data: device.ip_address, source: observed, method: log, required: true }
    refusal: ${say('The service cannot be used without it.', '不提供则无法使用本服务。')}
${only(['app', 'marketplace'], account(voice))}${only(['marketplace'], orders(voice))}${only(['app', 'marketplace'], choices(voice))}
  - id: session-cookie
    kind: technology
    title: ${say('Session cookie', '会话 Cookie')}
    type: cookie
    lifetime: session
    necessary: true
    data: [device.cookie]
    purposes: [content.browse]
`;
};

/** Chinese law has no legitimate interests; it obliges network operators to keep logs. */
function basisOfSafety({ isUnder, say }: Voice): string {
  if (isUnder('cn-pipl') || isUnder('cn-gbt35273-2020'))
    return '      - { purpose: security.misuse_prevention, basis: legal-obligation }';
  return `      - purpose: security.misuse_prevention
        basis: legitimate-interests
        interest: ${say('Attacks on the service have to be seen and stopped.', '必须发现并阻止对服务的攻击。')}`;
}

function account({ say }: Voice): string {
  return `
  - id: account
    kind: function
    tier: basic
    title: ${say('Your account', '您的账户')}
    purposes: [{ purpose: account.registration, basis: contract }]
    collects:
      - { data: contact.email, source: provided, method: form, required: true }
      - { data: auth.password, source: provided, method: form, required: true }
      - { data: identity.nickname, source: provided, method: form, required: false }
    sensitive:
      necessity: ${say('Without something only you know, we cannot tell you from somebody else.', '没有只有您知道的内容，我们无法将您与他人区分开来。')}
      impact: ${say('Whoever learns it can use your account.', '他人一旦获知，便可使用您的账户。')}
      protection: ${say('We keep it only in a form that cannot be turned back.', '我们仅以不可还原的形式保存。')}
    refusal: ${say('You cannot have an account.', '您无法注册账户。')}
`;
}

function orders({ say }: Voice): string {
  return `
  - id: orders
    kind: function
    tier: basic
    title: ${say('Orders and delivery', '下单与配送')}
    requires: [account]
    purposes:
      - { purpose: trade.order, basis: contract }
      - { purpose: trade.delivery, basis: contract }
    collects:
      - { data: contact.consignee, source: provided, method: form, required: true }
      - { data: financial.transaction, source: observed, method: log, required: true }
    sensitive:
      necessity: ${say('An order has to be recorded, and to arrive.', '订单须有记录，并须送达。')}
      impact: ${say('Whoever saw it would know what you buy and where you live.', '他人一旦获知，便会知道您购买了什么、住在哪里。')}
    refusal: ${say('You can look at everything, but not order.', '您可以浏览，但无法下单。')}

  - id: payment
    kind: function
    tier: basic
    title: ${say('Payment', '支付')}
    requires: [orders]
    purposes: [{ purpose: trade.payment, basis: contract }]
    collects:
      - { data: financial.payment_record, source: observed, method: interface, required: true }
    sensitive:
      necessity: ${say('We have to know whether an order is paid for.', '我们须知道订单是否已支付。')}
      impact: ${say('Whoever saw it would know what you spend.', '他人一旦获知，便会知道您的消费情况。')}
    refusal: ${say('You cannot pay, and so not order.', '您无法支付，因而无法下单。')}
`;
}

function choices({ say, line }: Voice): string {
  return `
  - id: nearby
    kind: function
    tier: additional
    title: ${say('What is near you', '您附近的内容')}
    purposes: [{ purpose: content.nearby, basis: consent }]
    collects:
      - { data: location.precise, source: observed, method: sensor, required: true }
    permissions:
      - { permission: location, trigger: ${say('when you open the map', '您打开地图时')} }
    consent: { kind: explicit, separate: true, withdrawal: ${say('Settings › Location.', '设置 › 位置。')} }
    sensitive:
      necessity: ${say('Distance can only be told from where you are.', '只有知道您的位置，才能计算距离。')}
      impact: ${say('Whoever saw it would know where you have been.', '他人一旦获知，便会知道您去过哪里。')}
    refusal: ${say('You search by name instead.', '您可以改为按名称搜索。')}
    optOut: ${say('Settings › Location.', '设置 › 位置。')}
    text: |
      ${line('We read your :data[location.precise] only while the map is open.', '仅在地图打开期间，我们读取您的:data[location.precise]。')}

  - id: crash-reports
    kind: function
    tier: additional
    title: ${say('Crash reports', '崩溃报告')}
    purposes: [{ purpose: improve.product, basis: consent }]
    collects:
      - { data: device.crash_log, source: observed, method: log, required: true }
      - { data: device.os_version, source: observed, method: log, required: true }
    consent: { kind: explicit, withdrawal: ${say('Settings › Crash reports.', '设置 › 崩溃报告。')} }
    refusal: ${say('Nothing is sent, and all else works.', '不会发送任何信息，其他功能不受影响。')}
    optOut: ${say('Settings › Crash reports.', '设置 › 崩溃报告。')}
`;
}
