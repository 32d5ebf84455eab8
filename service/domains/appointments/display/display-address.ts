import { grantsIn } from '../../../../shared/actor.ts'
import { recordKey } from '../../../../shared/command.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Access } from '../../../store/access.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { sealedIds } from '../../../store/sealed-ids.ts'

interface Parts {
  readonly database: Database
  /** Where the service is reached. */
  readonly url: () => string
}

/** The address of a place's display in the lobby, for those who lead there. */
export async function displayAddress({ database, url }: Parts, { actor, scopes }: Access, placeId: PlaceId): Promise<Result<{ readonly url: string }>> {
  const record = { table: 'places', id: placeId } as const
  const place = (await loadRecords(database.db, actor.townId, [record], false)).get(recordKey(record))
  if (!place || !scopes.has(place.scope)) return refuse('commands/record-missing', { table: 'places' })
  if (grantsIn(actor, ['lead'], place.scope).length === 0) return refuse('commands/not-allowed')
  return ok({ url: `${url()}/display/${await sealedIds(database, 'display').keyFor(actor.townId, placeId)}` })
}
