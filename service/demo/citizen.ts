import type { Random } from './random.ts'
import { FIRST_NAMES, LAST_NAMES, STREETS } from './names.ts'
import { LOCALITIES, TOWN } from './town.ts'

/** Somebody who lives in the town and uses its services. */
export interface Citizen {
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: string
  readonly street: string
  readonly houseNumber: string
  readonly postalCode: string
  readonly locality: string
  readonly email: string
  readonly telephone: string
}

const plain = (name: string): string =>
  name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
    .normalize('NFD').replace(/\p{Diacritic}/gu, '').replace(/[^a-z]+/g, '-')

/** Invented; the addresses end in the domain reserved for examples. */
export function inventCitizen(random: Random): Citizen {
  const [firstName, lastName] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)]
  const year = random.between(1938, 2006)
  return {
    firstName,
    lastName,
    birthDate: `${year}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`,
    street: random.pick(STREETS),
    houseNumber: `${random.between(1, 120)}${random.chance(0.1) ? 'a' : ''}`,
    postalCode: TOWN.postalCode,
    locality: random.weighted(LOCALITIES),
    email: `${plain(firstName)}.${plain(lastName)}${random.between(1, 999)}@example.org`,
    telephone: `03935 ${random.between(200_000, 999_999)}`,
  }
}

export const twoDigits = (value: number): string => String(value).padStart(2, '0')
