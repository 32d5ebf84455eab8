import type { Transaction } from 'kysely'
import { PersonId, type TownId } from '../../shared/ids.ts'
import type { Schema } from '../store/schema.ts'

/**
 * The citizen behind a submission: the one known by the same name and e-mail address, followed to the person they were
 * merged into, or a new one. Without an address nobody can be told apart, so that is always a new person.
 */
export async function personOfApplicant(
  trx: Transaction<Schema>,
  townId: TownId,
  applicant: { readonly name: string; readonly email: string | null },
  newId: PersonId,
): Promise<PersonId> {
  const known = applicant.email ? await knownPerson(trx, townId, applicant.name, applicant.email) : undefined
  if (known) return known
  await trx
    .insertInto('people')
    .values({ town_id: townId, id: newId, name: applicant.name, email: applicant.email, merged_into: null })
    .execute()
  return newId
}

async function knownPerson(trx: Transaction<Schema>, townId: TownId, name: string, email: string): Promise<PersonId | undefined> {
  const row = await trx
    .selectFrom('people')
    .select(['id', 'merged_into'])
    .where('town_id', '=', townId)
    .where('email', '=', email)
    .where('name', '=', name)
    .orderBy('id')
    .executeTakeFirst()
  return row && PersonId.parse(row.merged_into ?? row.id)
}
