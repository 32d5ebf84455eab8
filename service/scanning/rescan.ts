import type { Kysely } from 'kysely'
import type { Change } from '../../shared/command.ts'
import type { Attachment } from '../../shared/domains/applications/tables.ts'
import type { ConversationFile } from '../../shared/domains/messages/conversation-tables.ts'
import { AttachmentId, type TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { dropBlob, markClean, scanKept } from '../http/blobs/blob-store.ts'
import type { Task } from '../maintenance/tasks.ts'
import { commitChanges } from '../store/commit.ts'
import { loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import type { Scanner, Verdict } from './scanner.ts'

/** So many files are looked at one after the other; the rest at the next look. */
const AT_ONCE = 200

/**
 * Looks at files that came while the scanner was away, or before there was one. What it finds goes: the bytes at once and
 * from every desk, the row stays and says why.
 */
export const rescanTask = (scanner: Scanner): Task => ({
  name: 'scan', everyHours: 1, isNightly: false,
  run: async (db, townId, now) => {
    let looked = 0
    for (const id of await unscanned(db, townId)) {
      const verdict = await scanKept(db, townId, id, scanner)
      if (verdict.kind === 'away') return `away after ${looked}`
      await db.transaction().execute(trx => keepVerdict(trx, townId, id, verdict, now))
      looked++
    }
    return `looked at ${looked}`
  },
})

/** The smallest first: one that is too long for the scanner looks like a scanner that is away, and must keep no other back. */
async function unscanned(db: Kysely<Schema>, townId: TownId): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('blobs').select('id').where('town_id', '=', townId).where('is_complete', '=', true).where('scan', '=', 'not-scanned')
    .orderBy('size').orderBy('begun_at').limit(AT_ONCE).execute()
  return rows.map(({ id }) => id)
}

async function keepVerdict(trx: Kysely<Schema>, townId: TownId, id: string, verdict: Exclude<Verdict, { kind: 'away' }>, at: Instant): Promise<void> {
  if (verdict.kind === 'clean') await markClean(trx, townId, id)
  else await dropBlob(trx, townId, id)
  const changes = (await lockedRows(trx, townId, id)).flatMap(({ table, row }): Change[] => (row.scan === verdict.kind ? [] : [{ table, row: { ...row, scan: verdict.kind } } as Change]))
  const origin = { townId, actor: null, action: `scan.${verdict.kind}`, commandId: null, at }
  if (changes.length > 0) await commitChanges(trx, origin, changes)
}

/** What names these bytes: a file of a case, of a conversation, or of both once the one was handed over into the other. */
async function lockedRows(trx: Kysely<Schema>, townId: TownId, id: string): Promise<readonly { readonly table: 'attachments' | 'conversation_files'; readonly row: Attachment | ConversationFile }[]> {
  const fileId = AttachmentId.parse(id)
  const rows = await loadRecords(trx, townId, [{ table: 'attachments', id: fileId }, { table: 'conversation_files', id: fileId }], true)
  return (['attachments', 'conversation_files'] as const).flatMap(table => {
    const row = rows.get(`${table}/${id}`) as Attachment | ConversationFile | undefined
    return row ? [{ table, row }] : []
  })
}
