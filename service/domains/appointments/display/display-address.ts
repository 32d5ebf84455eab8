import { grantsIn } from '../../../../shared/actor.ts'
import { recordKey } from '../../../../shared/command.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Access } from '../../../store/access.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { createDisplayKeys } from './display-keys.ts'

interface Parts {
  readonly database: Database
  /** Where the service is reached. */
  readonly url: () => string
}

/** The address of a place's display in the lobby, for those who lead there; another one if the one before is taken back. */
export async function displayAddress({ database, url }: Parts, { actor, scopes }: Access, placeId: PlaceId, isRenewed: boolean): Promise<Result<{ readonly url: string }>> {
  const record = { table: 'places', id: placeId } as const
  const place = (await loadRecords(database.db, actor.townId, [record], false)).get(recordKey(record))
  if (!place || !scopes.has(place.scope)) return refuse('commands/record-missing', { table: 'places' })
  if (grantsIn(actor, ['lead'], place.scope).length === 0) return refuse('commands/not-allowed')
  const keys = createDisplayKeys(database)
  return ok({ url: `${url()}/display/${await (isRenewed ? keys.renewedKeyFor(actor.townId, placeId) : keys.keyFor(actor.townId, placeId))}` })
}
