import * as z from 'zod'
import { foldedText, nameKeyOf, nameSoundsOf, nameWords } from './names.ts'

export const PostalAddress = z.object({ street: z.string().max(200), postalCode: z.string().max(20), place: z.string().max(120) })
/** `street` with the number of the house. */
export type PostalAddress = Readonly<z.infer<typeof PostalAddress>>

/** Who a record says somebody is. */
export interface Contact {
  readonly name: string
  /** `1981-04-09`. */
  readonly birthDay: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly address: PostalAddress | null
  /** Of the portal. */
  readonly account: string | null
}

/** A contact as it compares: spelling makes no difference. What is not known is null. */
export interface Evidence {
  readonly nameKey: string
  readonly sounds: string
  readonly givenName: string
  readonly birthDay: string | null
  readonly email: string | null
  readonly phoneKey: string | null
  readonly addressKey: string | null
  readonly account: string | null
}

export const evidenceOf = ({ name, birthDay, email, phone, address, account }: Contact): Evidence => ({
  nameKey: nameKeyOf(name),
  sounds: nameSoundsOf(name),
  givenName: nameWords(name)[0] ?? '',
  birthDay,
  email: email?.trim().toLowerCase() || null,
  phoneKey: phoneKeyOf(phone),
  addressKey: addressKeyOf(address),
  account,
})

const FEWEST_DIGITS = 5

/** The digits of a number within the country: `+49 3935 12-34` and `03935/1234` are one. Null where there are too few of them. */
export function phoneKeyOf(phone: string | null): string | null {
  const digits = (phone ?? '').replaceAll(/\(0\)/g, '').replaceAll(/[^\d+]/g, '').replace(/^(?:\+49|0049)/, '0').replaceAll('+', '')
  return digits.length < FEWEST_DIGITS ? null : digits
}

/** A full address, with a house number and a place; null for less, for a street alone tells nobody apart. */
export function addressKeyOf(address: PostalAddress | null): string | null {
  if (!address) return null
  const street = foldedText(address.street).replaceAll(/stra(?:ss|s)e\b|str\b\.?/g, 'str').replaceAll(/[^a-z0-9]/g, '')
  const where = address.postalCode.replaceAll(/\D/g, '') || foldedText(address.place).replaceAll(/[^a-z0-9]/g, '')
  return /[a-z].*\d/.test(street) && where !== '' ? `${street}|${where}` : null
}

/** Two birth dates that are both known and differ: never one person. */
export const isContradicted = (one: Pick<Evidence, 'birthDay'>, other: Pick<Evidence, 'birthDay'>): boolean =>
  one.birthDay !== null && other.birthDay !== null && one.birthDay !== other.birthDay

const agrees = (one: string | null, other: string | null): boolean => one !== null && one === other

/** A family name alone, and one with an initial, are those of everybody at home: more than one letter of a given name, and a name after it. */
const isWholeName = ({ nameKey, givenName }: Evidence): boolean => givenName.length > 1 && nameKey !== givenName

/** Whether two contacts are one person for sure: by a whole name and one thing more. Neither an e-mail address nor an account says it alone: families share one, and a parent applies for a child with their own. */
export function isSamePerson(one: Evidence, other: Evidence): boolean {
  if (one.nameKey !== other.nameKey || !isWholeName(one) || !isWholeName(other) || isContradicted(one, other)) return false
  return agrees(one.account, other.account) || agrees(one.birthDay, other.birthDay) || agrees(one.email, other.email) || agrees(one.addressKey, other.addressKey)
}

/** Whether a contact is the person of whom all these are known. */
export const isOfPerson = (contact: Evidence, known: readonly Evidence[]): boolean =>
  known.some(one => isSamePerson(contact, one)) && !known.some(one => isContradicted(contact, one)) && !isOtherAccount(contact, known)

/** Father and son of one name share an e-mail address and sign in each for themselves: of two accounts only a birth date says that they are of one person. */
function isOtherAccount({ account, birthDay }: Evidence, known: readonly Evidence[]): boolean {
  const accounts = known.flatMap(one => one.account ?? [])
  return account !== null && accounts.length > 0 && !accounts.includes(account) && !known.some(one => agrees(one.birthDay, birthDay))
}
