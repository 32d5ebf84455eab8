import type { Kysely } from 'kysely'
import { AttachmentId, type TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'
import type { Access } from '../../store/access.ts'

export interface AttachmentRow {
  readonly scope: string
  readonly sha256: string
}

/** The record to which a blob belongs, if there is one already. */
export const attachmentRow = (db: Kysely<Schema>, townId: TownId, id: string): Promise<AttachmentRow | undefined> =>
  db
    .selectFrom('attachments')
    .select(['scope', 'sha256'])
    .where('town_id', '=', townId)
    .where('id', '=', AttachmentId.parse(id))
    .executeTakeFirst()

export const isWithin = (access: Access, { scope }: AttachmentRow): boolean => access.scopes.has(scope)
