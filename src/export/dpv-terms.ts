/**
 * Terms of the Data Privacy Vocabulary 2.3 (https://w3id.org/dpv) for the values of rows. A value without a term there
 * has none here, and is exported with a label only.
 */
export const context = {
  dpv: 'https://w3id.org/dpv#',
  pd: 'https://w3id.org/dpv/pd#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export const legalBases: Readonly<Record<string, string>> = {
  consent: 'dpv:Consent',
  contract: 'dpv:Contract',
  'legal-obligation': 'dpv:LegalObligation',
  'vital-interests': 'dpv:VitalInterest',
  'public-task': 'dpv:PublicInterest',
  'legitimate-interests': 'dpv:LegitimateInterest',
};

/** The type and linking property of each role of a party. */
export const roles: Readonly<Record<string, { readonly type: string; readonly link?: string }>> = {
  controller: { type: 'dpv:DataController', link: 'dpv:hasDataController' },
  'joint-controller': { type: 'dpv:JointDataControllers', link: 'dpv:hasJointDataControllers' },
  representative: { type: 'dpv:Representative', link: 'dpv:hasRepresentative' },
  'protection-officer': { type: 'dpv:DataProtectionOfficer', link: 'dpv:hasDataProtectionOfficer' },
  affiliate: { type: 'dpv:LegalEntity' },
  'dispute-body': { type: 'dpv:LegalEntity' },
};

/** A recipient that works for the company is a processor; one that decides for itself is a third party. */
export const recipientType = (form: string, category: string): string => {
  if (category === 'authority' || category === 'court') return 'dpv:Authority';
  return form === 'entrust' ? 'dpv:DataProcessor' : 'dpv:ThirdParty';
};

export const measures: Readonly<Record<string, string>> = {
  'encryption-in-transit': 'dpv:EncryptionInTransfer',
  'encryption-at-rest': 'dpv:EncryptionAtRest',
  'access-control': 'dpv:AccessControlMethod',
  pseudonymisation: 'dpv:Pseudonymisation',
  audit: 'dpv:SecurityAudit',
  training: 'dpv:StaffTraining',
  certification: 'dpv:Certification',
  'incident-response': 'dpv:IncidentManagementProcedures',
  testing: 'dpv:SecurityAssessment',
};

/** Our grades of matching as SKOS properties. */
export const matches: Readonly<Record<string, string>> = {
  exact: 'skos:exactMatch',
  close: 'skos:closeMatch',
  broader: 'skos:broadMatch',
  narrower: 'skos:narrowMatch',
};

/** Sensitive under art. 10 GDPR, and therefore not a special category under art. 9. */
export const notSpecial: ReadonlySet<string> = new Set(['legal.offence_record']);
