import * as z from 'zod'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'

/**
 * What a seal holds, with short names because it has to be read from paper: town `t`, number `n`, family name, given name
 * and birth day `p`, day `d`, product and lot `v`, code, name and dose of each disease `x`, who is responsible `r`.
 */
export const SealedDose = z.object({
  t: z.string(),
  n: z.string(),
  p: z.tuple([z.string(), z.string(), z.string()]),
  d: z.iso.date(),
  v: z.tuple([z.string(), z.string()]),
  x: z.array(z.tuple([z.string(), z.string(), z.int()])).max(8),
  r: z.string(),
})
export type SealedDose = Readonly<z.infer<typeof SealedDose>>

/** Longer names are cut: even the longest seal has to fit into a code. */
const MOST_OF_NAME = 60
const MOST_OF_DISEASE = 30

export const sealedDose = (town: string, { number, person, day, vaccineName, lot, diseases, doses, responsible }: Vaccination): SealedDose => ({
  t: town,
  n: number,
  p: [person.familyName.slice(0, MOST_OF_NAME), person.givenName.slice(0, MOST_OF_NAME), person.birthDay ?? ''],
  d: day,
  v: [vaccineName.slice(0, MOST_OF_NAME), lot],
  x: diseases.map(({ code, name }) => [code, name.slice(0, MOST_OF_DISEASE), doses.find(dose => dose.code === code)?.number ?? 0]),
  r: responsible.name.slice(0, MOST_OF_NAME),
})
