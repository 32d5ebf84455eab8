import { recordKey, stateOf, type RecordRef } from '../../../shared/command.ts'
import { blockRecords } from '../../../shared/domains/letters/text-blocks.ts'
import { noticeLetter } from '../../../shared/domains/notices/notice-letter.ts'
import { paperOf } from '../../../shared/domains/notices/release-commands.ts'
import type { NoticeRun, Paper } from '../../../shared/domains/notices/tables.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { departmentOf } from '../../../shared/scope.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import type { NoticeLetterFile, NoticeLetterQuery } from '../../../shared/wire/notices.ts'
import type { Access } from '../../store/access.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Typesetter } from '../letters/typesetter.ts'
import { loadRunRows } from './run-rows.ts'

interface NoticeLetterParts {
  readonly database: Database
  readonly clock: Clock
  /** Null where letters cannot be set. */
  readonly typesetter: Typesetter | null
}

/** The letter of a notice as it leaves or has left; before its run was given for release, as it would be made now. */
export async function noticeLetterFile(parts: NoticeLetterParts, { actor: { townId }, scopes }: Access, { noticeId }: NoticeLetterQuery): Promise<Result<NoticeLetterFile>> {
  const { database: { db }, typesetter } = parts
  const notice = (await loadRunRows(db, townId, { notices: [noticeId] }, false)).notice(noticeId)
  if (!notice || !scopes.has(notice.scope)) return refuse('commands/record-missing', { table: 'notices' })
  if (!typesetter) return refuse('letters/no-typesetter')
  const run = (await loadRunRows(db, townId, { runs: [notice.runId] }, false)).run(notice.runId)
  const paper = run && (run.submitted?.paper ?? (await paperNow(parts, townId, run)))
  if (!paper) return refuse('notices/no-template')
  const set = await typesetter.typeset({ ...noticeLetter(notice.content, paper).print, isDraft: run.released === null })
  return set.ok ? ok({ pdf: Buffer.from(set.value).toString('base64') }) : set
}

async function paperNow({ database: { db }, clock }: NoticeLetterParts, townId: TownId, run: NoticeRun): Promise<Paper | undefined> {
  const kind = (await loadRunRows(db, townId, { kinds: [run.kindId] }, false)).kind(run.kindId)
  if (!kind) return undefined
  const others: readonly RecordRef[] = [{ table: 'letter_templates', id: kind.templateId }, { table: 'departments', id: departmentOf(run.scope) ?? '' }]
  const rows = await loadRecords(db, townId, others, false)
  const blocks = await loadRecords(db, townId, blockRecords(stateOf(rows).get('letter_templates', kind.templateId)), false)
  return paperOf(stateOf(new Map([...rows, ...blocks]).set(recordKey({ table: 'notice_kinds', id: kind.id }), kind)), run, germanDay(instantFromMs(clock.nowMs())))
}
