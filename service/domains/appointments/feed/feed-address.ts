import { recordKey } from '../../../../shared/command.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Access } from '../../../store/access.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { createFeedKeys } from './feed-keys.ts'

interface Parts {
  readonly database: Database
  /** Where the service is reached. */
  readonly url: () => string
}

/** The address under which the person's calendar program reads a place; another one if the one before is taken back. */
export async function feedAddress({ database, url }: Parts, access: Access, placeId: PlaceId, isRenewed: boolean): Promise<Result<{ readonly url: string }>> {
  const { townId, accountId } = access.actor
  const record = { table: 'places', id: placeId } as const
  const place = (await loadRecords(database.db, townId, [record], false)).get(recordKey(record))
  if (!place || !access.scopes.has(place.scope)) return refuse('commands/record-missing', { table: 'places' })
  const keys = createFeedKeys(database)
  const holder = { townId, accountId, placeId }
  return ok({ url: `${url()}/calendar/${await (isRenewed ? keys.renewedKeyFor(holder) : keys.keyFor(holder))}.ics` })
}
