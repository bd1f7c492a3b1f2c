import { type ConsentFile, textIn, type UserAnswer } from './decide.ts';

/** A record of one answer, with the field names of ISO/IEC TS 27560:2023 for consent records. */
export interface ConsentReceipt {
  readonly schema_version: 'policyc/receipt@1';
  readonly record_id: string;
  readonly pii_principal_id: string;
  readonly pii_processing: {
    /** The text that the user saw: the policy, its version and the date when that took effect. */
    readonly privacy_notice: string;
    readonly language: string;
    readonly purposes: readonly {
      readonly purpose: string;
      readonly lawful_basis: 'consent';
      readonly pii_information: readonly { readonly pii_type: string }[];
      readonly pii_controllers: readonly string[];
      readonly withdrawal_method?: string;
      readonly services: readonly string[];
    }[];
  };
  readonly party_identification: readonly {
    readonly party_id: string;
    readonly party_role: 'pii_controller';
    readonly party_name: string;
    readonly party_address?: string;
    readonly party_country?: string;
  }[];
  readonly event: {
    /** RFC 3339. */
    readonly event_time: string;
    readonly event_type: 'explicit';
    readonly event_state: 'given' | 'refused' | 'withdrawn';
    /** Who answered: the user, or a guardian. */
    readonly entity_id: string;
  };
}

/** Who answered, and the ids in your own records. */
export interface ReceiptFor {
  /** Your own ids of this record and of the user: none are made up here. */
  readonly record: string;
  readonly user: string;
  /** RFC 3339. */
  readonly at: string;
  readonly language: string;
  /** The person who answered, if not the user. */
  readonly answeredBy?: string;
}

/**
 * The receipt for an answer, to store and to hand to the user. Undefined if the file does not list the version or the
 * unit: later files may lack them, so make receipts when answers are given.
 */
export function receipt(
  file: ConsentFile,
  { unit, answer, version }: UserAnswer,
  { record, user, at, language, answeredBy = user }: ReceiptFor,
): ConsentReceipt | undefined {
  const shown = file.versions.find((one) => one.version === version);
  const one = shown?.units.find((some) => some.unit === unit);
  if (!shown || !one) return undefined;
  const withdrawal = textIn(language, file.prevailing, one.withdrawal);
  return {
    schema_version: 'policyc/receipt@1',
    record_id: record,
    pii_principal_id: user,
    pii_processing: {
      privacy_notice: `${file.url ?? file.policy} #${version}, ${shown.effective}`,
      language,
      purposes: one.purposes.map((purpose) => ({
        purpose,
        lawful_basis: 'consent',
        pii_information: one.data.map((pii_type) => ({ pii_type })),
        pii_controllers: shown.controllers.map(({ id }) => id),
        ...(withdrawal ? { withdrawal_method: withdrawal } : {}),
        services: one.clauses,
      })),
    },
    party_identification: shown.controllers.map(({ id, name, address, country }) => ({
      party_id: id,
      party_role: 'pii_controller',
      party_name: name,
      ...(address ? { party_address: address } : {}),
      ...(country ? { party_country: country } : {}),
    })),
    event: {
      event_time: at,
      event_type: 'explicit',
      event_state: answer === 'agreed' ? 'given' : answer,
      entity_id: answeredBy,
    },
  };
}
