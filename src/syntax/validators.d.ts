import type { ErrorObject } from 'ajv';

interface Validator {
  (data: unknown): boolean;
  errors?: ErrorObject[] | null;
}

export const workspace: Validator;
export const policy: Validator;
export const chapter: Validator;
export const locale: Validator;
export const register: Validator;
export const taxonomy: Validator;
export const note: Validator;
