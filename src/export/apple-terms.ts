/**
 * Apple's types of data: the name in a privacy manifest, the group and name on a store page, and the id in App Store
 * Connect, as fastlane uploads it. Types without such an id are asked only on the web page.
 *
 * Manifest: https://developer.apple.com/documentation/bundleresources/describing-data-use-in-privacy-manifests
 * Labels: https://developer.apple.com/app-store/app-privacy-details/
 */
export interface AppleTerm {
  readonly group: string;
  readonly label: string;
  readonly connect?: string;
}

const type = 'NSPrivacyCollectedDataType';
const purpose = 'NSPrivacyCollectedDataTypePurpose';

const groups: Readonly<
  Record<string, readonly (readonly [name: string, label: string, connect?: string])[]>
> = {
  'Contact Info': [
    ['Name', 'Name', 'NAME'],
    ['EmailAddress', 'Email Address', 'EMAIL_ADDRESS'],
    ['PhoneNumber', 'Phone Number', 'PHONE_NUMBER'],
    ['PhysicalAddress', 'Physical Address', 'PHYSICAL_ADDRESS'],
    ['OtherUserContactInfo', 'Other User Contact Info', 'OTHER_CONTACT_INFO'],
  ],
  'Health & Fitness': [
    ['Health', 'Health', 'HEALTH'],
    ['Fitness', 'Fitness', 'FITNESS'],
  ],
  'Financial Info': [
    ['PaymentInfo', 'Payment Info', 'PAYMENT_INFORMATION'],
    ['CreditInfo', 'Credit Info', 'CREDIT_AND_FRAUD'],
    ['OtherFinancialInfo', 'Other Financial Info', 'OTHER_FINANCIAL_INFO'],
  ],
  Location: [
    ['PreciseLocation', 'Precise Location', 'PRECISE_LOCATION'],
    ['CoarseLocation', 'Coarse Location', 'COARSE_LOCATION'],
  ],
  'Sensitive Info': [['SensitiveInfo', 'Sensitive Info', 'SENSITIVE_INFO']],
  Contacts: [['Contacts', 'Contacts', 'CONTACTS']],
  'User Content': [
    ['EmailsOrTextMessages', 'Emails or Text Messages', 'EMAILS_OR_TEXT_MESSAGES'],
    ['PhotosorVideos', 'Photos or Videos', 'PHOTOS_OR_VIDEOS'],
    ['AudioData', 'Audio Data', 'AUDIO'],
    ['GameplayContent', 'Gameplay Content', 'GAMEPLAY_CONTENT'],
    ['CustomerSupport', 'Customer Support', 'CUSTOMER_SUPPORT'],
    ['OtherUserContent', 'Other User Content', 'OTHER_USER_CONTENT'],
  ],
  'Browsing History': [['BrowsingHistory', 'Browsing History', 'BROWSING_HISTORY']],
  'Search History': [['SearchHistory', 'Search History', 'SEARCH_HISTORY']],
  Identifiers: [
    ['UserID', 'User ID', 'USER_ID'],
    ['DeviceID', 'Device ID', 'DEVICE_ID'],
  ],
  Purchases: [['PurchaseHistory', 'Purchase History', 'PURCHASE_HISTORY']],
  'Usage Data': [
    ['ProductInteraction', 'Product Interaction', 'PRODUCT_INTERACTION'],
    ['AdvertisingData', 'Advertising Data', 'ADVERTISING_DATA'],
    ['OtherUsageData', 'Other Usage Data', 'OTHER_USAGE_DATA'],
  ],
  Diagnostics: [
    ['CrashData', 'Crash Data', 'CRASH_DATA'],
    ['PerformanceData', 'Performance Data', 'PERFORMANCE_DATA'],
    ['OtherDiagnosticData', 'Other Diagnostic Data', 'OTHER_DIAGNOSTIC_DATA'],
  ],
  Surroundings: [['EnvironmentScanning', 'Environment Scanning']],
  Body: [
    ['Hands', 'Hands'],
    ['Head', 'Head'],
  ],
  'Other Data': [['OtherDataTypes', 'Other Data Types', 'OTHER_DATA']],
};

/** By name in a privacy manifest, in the order of a store page. */
export const appleTypes: ReadonlyMap<string, AppleTerm> = new Map(
  Object.entries(groups).flatMap(([group, types]) =>
    types.map(
      ([name, label, connect]) =>
        [type + name, connect === undefined ? { group, label } : { group, label, connect }] as const,
    ),
  ),
);

/** By name in a privacy manifest, in the order of a store page. */
export const applePurposes: ReadonlyMap<string, AppleTerm> = new Map(
  (
    [
      ['ThirdPartyAdvertising', 'Third-Party Advertising', 'THIRD_PARTY_ADVERTISING'],
      ['DeveloperAdvertising', 'Developer’s Advertising or Marketing', 'DEVELOPERS_ADVERTISING'],
      ['Analytics', 'Analytics', 'ANALYTICS'],
      ['ProductPersonalization', 'Product Personalization', 'PRODUCT_PERSONALIZATION'],
      ['AppFunctionality', 'App Functionality', 'APP_FUNCTIONALITY'],
      ['Other', 'Other Purposes', 'OTHER_PURPOSES'],
    ] as const
  ).map(([name, label, connect]) => [purpose + name, { group: 'Purposes', label, connect }]),
);
