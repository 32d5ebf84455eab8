import { sql, type Kysely, type Transaction } from 'kysely'
import { sha256Hex } from '../../../../shared/canonical.ts'
import type { LetterProblem } from '../../../../shared/domains/notices/tables.ts'
import type { NoticeId, NoticeRunId, TownId } from '../../../../shared/ids.ts'
import type { Completion } from '../../../commands/context.ts'
import type { Schema } from '../../../store/schema.ts'
import type { NoticeFilesTable } from '../tables.ts'
import type { FinishedFile } from './finish-notice.ts'

type Rendition = NoticeFilesTable['rendition']

/** A file of a notice as it was checked. */
export interface CheckedFile extends FinishedFile {
  readonly noticeId: NoticeId
  readonly rendition: Rendition
}

/** What was found in a letter when it was checked, with its file where that is still there and the same. */
export interface KeptLetter {
  readonly file: FinishedFile | null
  readonly problems: readonly LetterProblem[]
}

/** Keeps the files of notices as they were checked; `contentHash` of their run as it was given for release. */
export async function keepFiles(trx: Transaction<Schema>, townId: TownId, contentHash: string, files: readonly CheckedFile[]): Promise<void> {
  if (files.length === 0) return
  const rows = files.map(({ noticeId, rendition, sha256, bytes }) => ({ town_id: townId, notice_id: noticeId, rendition, content_hash: contentHash, sha256, bytes }))
  await trx.insertInto('notice_files').values(rows).onConflict(conflict => conflict.columns(['town_id', 'notice_id', 'rendition'])
    .doUpdateSet(eb => ({ content_hash: eb.ref('excluded.content_hash'), sha256: eb.ref('excluded.sha256'), bytes: eb.ref('excluded.bytes') }))).execute()
}

/** What is kept of notices from the check of their run; nothing of those that were not checked as it was given for release. */
export async function keptLetters(db: Kysely<Schema>, townId: TownId, contentHash: string, rendition: Rendition, noticeIds: readonly NoticeId[]): Promise<ReadonlyMap<NoticeId, KeptLetter>> {
  const rows = await db.selectFrom('notice_checks as c')
    .leftJoin('notice_files as f', join => join.onRef('f.town_id', '=', 'c.town_id').onRef('f.notice_id', '=', 'c.notice_id').onRef('f.content_hash', '=', 'c.content_hash').on('f.rendition', '=', rendition))
    .select(['c.notice_id as noticeId', 'c.problems', 'c.sha256', 'c.account_sha256 as accountSha256', 'f.bytes'])
    .where('c.town_id', '=', townId).where('c.content_hash', '=', contentHash).where('c.notice_id', 'in', [...noticeIds]).execute()
  return new Map(rows.map(({ noticeId, problems, sha256, accountSha256, bytes }) => {
    const checked = rendition === 'print' ? sha256 : accountSha256
    // Only what was checked leaves: a file that is another one is made anew.
    const file = bytes && sha256Hex(bytes) === checked ? { bytes, sha256: checked } : null
    return [noticeId, { file, problems }]
  }))
}

/** The files of these notices are not needed any more. */
export async function dropFiles(trx: Transaction<Schema>, townId: TownId, noticeIds: readonly NoticeId[], rendition?: Rendition): Promise<void> {
  if (noticeIds.length === 0) return
  const files = trx.deleteFrom('notice_files').where('town_id', '=', townId).where('notice_id', 'in', [...noticeIds])
  await (rendition ? files.where('rendition', '=', rendition) : files).execute()
}

/** A run that can be changed again is checked anew as a whole: which way its notices go may be another then, too. */
export const withoutChecks: Completion = async (trx, { changes, moment: { actor: { townId } } }) => {
  const runIds: readonly NoticeRunId[] = changes.flatMap(change => (change.table === 'notice_runs' ? [change.row.id] : []))
  for (const table of ['notice_files', 'notice_checks']) {
    await sql`delete from ${sql.table(table)} f using notices n
      where f.town_id = ${townId} and n.town_id = f.town_id and n.id = f.notice_id and n.run_id = any(${runIds}::text[])`.execute(trx)
  }
  return changes
}
