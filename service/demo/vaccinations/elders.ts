import type { Vaccinee } from '../../../shared/domains/vaccinations/vaccinee.ts'
import { inventCitizen, twoDigits } from '../citizen.ts'
import type { Random } from '../random.ts'
import { TOWN } from '../town.ts'

const WOMEN = [
  'Änne', 'Bärbel', 'Brigitte', 'Christa', 'Edith', 'Elke', 'Erika', 'Gerda', 'Gisela', 'Hannelore', 'Helga', 'Ingrid', 'Karin', 'Lieselotte', 'Marga', 'Monika', 'Renate', 'Rosemarie',
  'Ruth', 'Sieglinde', 'Ursula', 'Waltraud',
] as const
const MEN = ['Bernd', 'Detlef', 'Dieter', 'Eberhard', 'Ernst', 'Gerhard', 'Günther', 'Heinz', 'Horst', 'Jürgen', 'Klaus', 'Manfred', 'Peter', 'Rolf', 'Rüdiger', 'Siegfried', 'Werner', 'Wolfgang'] as const

/** Somebody of 62 to 91 years who lives in the town; `year` is that of today. */
export function inventElder(random: Random, year: number): Vaccinee {
  const { lastName, street, houseNumber, postalCode, locality, email, telephone } = inventCitizen(random)
  const isWoman = random.chance(0.56)
  return {
    familyName: lastName, givenName: random.pick<string>(isWoman ? WOMEN : MEN), birthDay: `${year - random.between(62, 91)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`,
    gender: isWoman ? 'female' : 'male', street: `${street} ${houseNumber}`, postalCode, place: TOWN.name, locality, email: random.chance(0.3) ? email : null, phone: random.chance(0.9) ? telephone : null,
  }
}
