import type { Vaccination, Vaccine } from '../../domains/vaccinations/tables.ts'

/** A documentation that counts, with what the catalogue says of its product; null where the product is gone. */
export interface ExchangedRecord {
  readonly vaccination: Vaccination
  readonly vaccine: Pick<Vaccine, 'snomed' | 'atc' | 'pzns'> | null
}

/** Who gives the records out. */
export interface Issuer {
  readonly id: string
  readonly name: string
}

/** `mio`: the German vaccination record (KBV MIO Impfpass), a document; `fhir`: FHIR R4 as it is read elsewhere, with all that the German one leaves out. */
export type ExchangeFormat = 'mio' | 'fhir'
