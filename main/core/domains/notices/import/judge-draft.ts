import type { ImportDraft } from '../../../../../shared/contract/notice-import.ts'
import { missingFields } from '../../../../../shared/domains/notices/import/mapping.ts'
import { ok, type Result } from '../../../../../shared/result.ts'
import type { Database } from '../../../cache/database.ts'
import { getEffective } from '../../../cache/rows.ts'
import { askThread, gone, type Done, type ImportHolder, type Work } from './import-holder.ts'
import type { CheckAnswer, ImportRequest, ReadAnswer } from './import-request.ts'

/** Has the file read, or another sheet of it, with what its columns were the last time; what was decided about rows is forgotten. */
export async function readDraft(holder: ImportHolder, db: Database, id: string, sheet: string | null): Promise<Result<Done>> {
  const current = holder.open(id)
  if (!current || current.draft.received < current.draft.size || current.draft.state === 'taking' || current.draft.state === 'taken') return gone()
  const { work } = current
  holder.set({ state: 'reading', refusal: null, turn: current.draft.turn + 1 })
  work.mended.clear()
  const remembered = getEffective(db, 'notice_kinds', current.draft.kindId)?.mapping ?? {}
  const request: ImportRequest = sheet === null ? { kind: 'read', bytes: work.bytes, sheet, remembered } : { kind: 'read-sheet', sheet, remembered }
  const answer = await askThread<ReadAnswer>(holder, work, request)
  const told = answer.ok ? answer.value : answer
  if (!holder.isOpen(work)) return gone()
  if (!told.ok) {
    holder.set({ state: 'refused', refusal: { code: told.error.code, facts: told.error.facts ?? {} }, table: null, reckoning: null })
    return told
  }
  work.sha256 = told.sha256
  holder.set({ state: 'open', table: told.table, mapping: told.mapping, leftOut: [], reckoning: null, found: {} })
  return checkDraft(holder, work)
}

/** Alters a draft that was read and not taken yet, and judges it anew. */
export async function changeDraft(holder: ImportHolder, id: string, alter: (work: Work, draft: ImportDraft) => Partial<ImportDraft>): Promise<Result<Done>> {
  const current = holder.open(id)
  if (!current || (current.draft.state !== 'open' && current.draft.state !== 'checking')) return gone()
  holder.set(alter(current.work, current.draft))
  return checkDraft(holder, current.work)
}

async function checkDraft(holder: ImportHolder, work: Work): Promise<Result<Done>> {
  const draft = holder.draft.value
  if (!draft?.table) return gone()
  const turn = draft.turn + 1
  const missing = missingFields(draft.mapping, draft.fixed).map(fields => [...fields])
  if (missing.length > 0) {
    holder.set({ turn, missing, refusal: null, reckoning: null, found: {}, state: 'open' })
    return ok({})
  }
  holder.set({ turn, missing, refusal: null, state: 'checking' })
  const answer = await askThread<CheckAnswer>(holder, work, { kind: 'check', choices: { mapping: draft.mapping, fixed: draft.fixed, mended: work.mended, leftOut: new Set(draft.leftOut) } })
  if (!answer.ok) return answer
  if (holder.isOpen(work) && turn === holder.draft.value?.turn) holder.set({ state: 'open', reckoning: answer.value.sums, found: answer.value.found })
  return ok({})
}
