import { canonicalJson } from '../../../../shared/canonical.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'

/**
 * What a responsible person confirms: all that § 22 Abs. 2 IfSG names, as text that is the same whoever writes it and
 * whenever. What changes afterwards, such as the confirmation itself, is no part of it.
 */
export const signedContent = ({ number, person, day, vaccineName, manufacturer, lot, expiresOn, diseases, doses, site, vaccinatorName, responsible, nextDoses }: Vaccination): string =>
  canonicalJson({
    kind: 'Impfdokumentation nach § 22 IfSG', format: 1, number, familyName: person.familyName, givenName: person.givenName, birthDay: person.birthDay, day,
    vaccine: { name: vaccineName, manufacturer, lot, expiresOn }, diseases: diseases.map(({ code, name }) => ({ code, name, dose: doses.find(dose => dose.code === code)?.number ?? null })),
    site, vaccinatorName, responsible: { name: responsible.name, address: responsible.address },
    nextDoses: nextDoses.map(({ disease, number: dose, earliest, recommended }) => ({ disease: disease.name, dose, earliest, recommended })),
  })
