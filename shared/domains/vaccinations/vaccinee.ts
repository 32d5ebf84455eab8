import * as z from 'zod'
import { derivedUuid, VaccineeId } from '../../ids.ts'

/** Whom a documentation is about, as it stands in it (§ 22 Abs. 2 IfSG) and as far as a recall has to reach them. */
export const Vaccinee = z.object({
  familyName: z.string().max(120),
  givenName: z.string().max(120),
  birthDay: z.iso.date().nullable(),
  gender: z.enum(['female', 'male', 'diverse', 'unknown']),
  street: z.string().max(160),
  postalCode: z.string().max(10),
  place: z.string().max(120),
  /** The part of the town they live in; empty where they do not or nobody knows. */
  locality: z.string().max(80),
  email: z.email().max(254).nullable(),
  phone: z.string().max(40).nullable(),
})
export type Vaccinee = Readonly<z.infer<typeof Vaccinee>>

/** Capitals, accents, hyphens and umlauts make no difference. */
export const folded = (name: string): string =>
  name.normalize('NFC').toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '')

/** The same for one person however the name is spelt: capitals, accents, hyphens and umlauts make no difference. Null without a date of birth. */
export const vaccineeIdOf = ({ familyName, givenName, birthDay }: Pick<Vaccinee, 'familyName' | 'givenName' | 'birthDay'>): VaccineeId | null =>
  birthDay === null ? null : VaccineeId.parse(derivedUuid('vaccinee', `${folded(familyName)}|${folded(givenName)}|${birthDay}`))

/** Without blanks at the ends, as it is kept. */
export const trimmed = (person: Vaccinee): Vaccinee => ({
  ...person, familyName: person.familyName.trim(), givenName: person.givenName.trim(), street: person.street.trim(), postalCode: person.postalCode.trim(),
  place: person.place.trim(), phone: person.phone?.trim() || null,
})

export const fullName = ({ givenName, familyName }: Pick<Vaccinee, 'givenName' | 'familyName'>): string => `${givenName} ${familyName}`.trim()
