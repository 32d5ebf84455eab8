import type { Recipient } from '../../../shared/domains/notices/content.ts'
import { inventCitizen } from '../citizen.ts'
import { FIRST_NAMES, LAST_NAMES, STREETS } from '../names.ts'
import type { Random } from '../random.ts'
import { LOCALITY_NAMES, TOWN } from '../town.ts'

/** Somebody who has to pay, and how a letter greets them; empty where it greets without a name. */
export interface Debtor {
  readonly recipient: Recipient
  readonly salutation: string
}

const ELSEWHERE = [['10115', 'Berlin'], ['39104', 'Magdeburg'], ['38100', 'Braunschweig'], ['22303', 'Hamburg'], ['39576', 'Stendal'], ['04109', 'Leipzig'], ['80331', 'München']] as const
const ABROAD = [['1010', 'Wien', 'ÖSTERREICH'], ['3011', 'Bern', 'SCHWEIZ'], ['1012 AB', 'Amsterdam', 'NIEDERLANDE'], ['41-500', 'Chorzów', 'POLEN']] as const
/** What kind of debtor, and how often. */
const KINDS = [['here', 70], ['elsewhere', 12], ['firm', 6], ['heirs', 6], ['parish', 4], ['abroad', 2]] as const
const FIRMS = ['Agrargenossenschaft', 'Landwirtschaftsbetrieb', 'Forstbetriebsgemeinschaft', 'Milchhof'] as const

/** Whoever may own land here: most live in the town, some elsewhere, a few abroad; farms, parishes and heirs among them. All are invented. */
export function inventDebtor(random: Random): Debtor {
  const { firstName, lastName, street, houseNumber, postalCode, locality } = inventCitizen(random)
  const person = { name: `${firstName} ${lastName}`, addition: locality === TOWN.name ? '' : `OT ${locality}`, street, houseNumber, postalCode, place: TOWN.name, country: '' }
  const salutation = `Guten Tag ${firstName} ${lastName}`
  const { name, addition, ...house } = person
  const kinds: Readonly<Record<(typeof KINDS)[number][0], () => Debtor>> = {
    here: () => ({ recipient: person, salutation }),
    elsewhere: () => ({ recipient: { ...house, name, addition: '', ...placeOf(random.pick(ELSEWHERE)) }, salutation }),
    abroad: () => ({ recipient: { ...house, name, addition: '', ...placeOf(random.pick(ABROAD)) }, salutation }),
    firm: () => ({ recipient: { ...house, name: `${random.pick(FIRMS)} ${random.pick(LOCALITY_NAMES)} e. G.`, addition: random.chance(0.5) ? 'Buchhaltung' : '' }, salutation: '' }),
    heirs: () => ({ recipient: { ...house, name: `Erbengemeinschaft ${random.pick(FIRST_NAMES)} ${lastName}`, addition: `c/o ${name}` }, salutation: '' }),
    parish: () => ({ recipient: { ...house, name: `Evangelische Kirchengemeinde ${random.pick(LOCALITY_NAMES)}`, addition, street: random.pick(STREETS) }, salutation: '' }),
  }
  return kinds[random.weighted(KINDS)]()
}

const placeOf = ([postalCode, place, country = '']: readonly [string, string, string?]) => ({ postalCode, place, country })

/** An address that no window holds: each of its first lines takes two. */
export const unwieldyRecipient = (random: Random): Recipient => ({
  name: `Erbengemeinschaft nach ${random.pick(FIRST_NAMES)} Friederike Auguste von Hohenstein-${random.pick(LAST_NAMES)}`,
  addition: 'zu Händen der Rechtsanwaltsgesellschaft Musterfrau, Beispiel und Partner mbB',
  street: 'Platz der Deutsch-Österreichischen Freundschaft und der guten Nachbarschaft', houseNumber: '12', postalCode: '39104', place: 'Magdeburg', country: '',
})
