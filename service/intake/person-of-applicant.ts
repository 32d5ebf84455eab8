import { sql, type Transaction } from 'kysely'
import { evidenceOf, type Contact, type Evidence } from '../../shared/domains/people/contact.ts'
import type { PersonId, TownId } from '../../shared/ids.ts'
import { comparedColumns, holdNames, holdPeople, keptAddress, peopleLike, theirPerson, type KnownEvidence } from '../domains/people/known.ts'
import type { Schema } from '../store/schema.ts'

/**
 * The citizen behind a submission: the one known by the same account, or by the same name and one thing more, in whose file
 * they stand; or a new one. Whoever gives nothing but a name cannot be told apart, so that is always a new person.
 */
export async function personOfApplicant(
  trx: Transaction<Schema>,
  townId: TownId,
  applicant: Pick<Contact, 'name' | 'email'> & Partial<Contact>,
  newId: PersonId,
): Promise<PersonId> {
  const contact: Contact = { birthDay: null, phone: null, address: null, account: null, ...applicant }
  // Father and son of one name live in one house: an address is proposed to people and joins no case.
  const evidence = { ...evidenceOf(contact), addressKey: null }
  const isTelling = evidence.account !== null || evidence.email !== null || evidence.birthDay !== null
  // Held at once: they may be about to be forgotten with their last case.
  const known = async (): Promise<Found | undefined> => {
    const people = isTelling ? await peopleLike(trx, townId, [evidence]) : new Map<PersonId, KnownEvidence[]>()
    const id = theirPerson(people, evidence)
    return id && (await holdPeople(trx, townId, [id])).has(id) ? { id, known: people.get(id) ?? [] } : undefined
  }
  const found = (await known()) ?? (await holdNames(trx, townId, [evidence.nameKey]), await known())
  if (!found) return add(trx, townId, newId, contact)
  const isNewAccount = evidence.account !== null && !found.known.some(({ account }) => account === evidence.account)
  return withMore(trx, townId, found.id, { ...contact, email: isReachedSo(evidence, found.known) ? contact.email : null, account: isNewAccount ? contact.account : null })
}

interface Found {
  readonly id: PersonId
  readonly known: readonly KnownEvidence[]
}

/** Whether the address is theirs for sure: it was known of them, or they signed in as before. Anybody can give a name, a birth date and an address of their own with it. */
const isReachedSo = ({ email, account }: Evidence, known: readonly KnownEvidence[]): boolean =>
  known.some(one => (email !== null && one.email === email) || (account !== null && one.account === account && !one.isJoined))

async function add(trx: Transaction<Schema>, townId: TownId, id: PersonId, contact: Contact): Promise<PersonId> {
  const { name, email, birthDay, phone, address, account } = contact
  await trx
    .insertInto('people')
    .values({ town_id: townId, id, name, email, merged_into: null, birth_day: birthDay, phone, address: keptAddress(address), account, ...comparedColumns(contact) })
    .execute()
  return id
}

/** What was not known of somebody before is kept; what is known is changed by staff alone. */
async function withMore(trx: Transaction<Schema>, townId: TownId, id: PersonId, { email, birthDay, phone, address, account }: Contact): Promise<PersonId> {
  if (!email && !birthDay && !phone && !address && !account) return id
  const before = await trx.selectFrom('people').select(['email', 'birth_day', 'phone', 'address', 'account']).where('town_id', '=', townId).where('id', '=', id).executeTakeFirstOrThrow()
  const compared = comparedColumns({ name: '', email, birthDay, phone, address, account })
  const more = {
    ...(before.email === null && email ? { email } : {}),
    ...(before.birth_day === null && birthDay ? { birth_day: birthDay } : {}),
    ...(before.phone === null && phone ? { phone, phone_key: compared.phone_key } : {}),
    ...(before.address === null && address ? { address: keptAddress(address), address_key: compared.address_key } : {}),
    ...(account ? (before.account === null ? { account } : { joined_accounts: joinedBy(account) }) : {}),
  }
  if (Object.keys(more).length > 0) await trx.updateTable('people').set(more).where('town_id', '=', townId).where('id', '=', id).execute()
  return id
}

/** Whoever signs in with a further account is found by it from then on. Another case of theirs may be bringing it at this moment. */
const joinedBy = (account: string) => sql<string[]>`case when ${account}::text = any(joined_accounts) then joined_accounts else array_append(joined_accounts, ${account}::text) end`
