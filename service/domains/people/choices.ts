import type { Kysely } from 'kysely'
import type { PersonId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { PersonChoice } from '../../../shared/wire/people.ts'
import type { Schema } from '../../store/schema.ts'
import { noteFile, visibleGroup, type Done, type Reader } from './reader.ts'

type Choice = Pick<PersonChoice, 'id' | 'kind' | 'subject' | 'value' | 'source'> & { readonly personId: PersonId }

/** Puts down how somebody wants to be reached, or what they agreed to; what was said before stays in the history. */
export async function choose(db: Kysely<Schema>, reader: Reader, { personId, ...choice }: Choice, now: Instant): Promise<Result<Done>> {
  const { townId, access: { actor } } = reader
  return db.transaction().execute(async trx => {
    if ((await visibleGroup(trx, reader, personId)).length === 0) return refuse('request/not-found')
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('person_choices').values({ town_id: townId, person_id: personId, ...choice, at: now, by_id: actor.personId, by_name: actor.name })
      .onConflict(conflict => conflict.doNothing()).executeTakeFirst()
    if (numInsertedOrUpdatedRows) await noteFile(trx, reader, 'people.chosen', personId, now)
    return ok({})
  })
}
