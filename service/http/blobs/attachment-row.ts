import { sql, type Kysely } from 'kysely'
import { AttachmentId, type TownId } from '../../../shared/ids.ts'
import type { Schema } from '../../store/schema.ts'
import type { Access } from '../../store/access.ts'

export interface AttachmentRow {
  readonly scope: string
  readonly sha256: string
}

/** The record to which a blob belongs, if there is one already: a file of a case, or of a conversation that no case has taken over. */
export async function attachmentRow(db: Kysely<Schema>, townId: TownId, id: string): Promise<AttachmentRow | undefined> {
  const { rows } = await sql<AttachmentRow>`
    select scope, sha256 from attachments where town_id = ${townId} and id = ${AttachmentId.parse(id)}
    union all select scope, sha256 from conversation_files where town_id = ${townId} and id = ${AttachmentId.parse(id)} limit 1`.execute(db)
  return rows[0]
}

/** That no record names the bytes yet; the statement has a table `blobs`. */
export const IS_UNNAMED = sql<boolean>`(not exists (select from attachments where attachments.town_id = blobs.town_id and attachments.id = blobs.id::text)
  and not exists (select from conversation_files where conversation_files.town_id = blobs.town_id and conversation_files.id = blobs.id::text))`

export const isWithin = (access: Access, { scope }: AttachmentRow): boolean => access.scopes.has(scope)
