import type { ImportDraft } from '../../../../../shared/contract/notice-import.ts'
import { guessMapping, hasColumnsOf, missingFields, remapped } from '../../../../../shared/domains/notices/import/mapping.ts'
import type { Reading } from '../../../../../shared/domains/notices/import/table.ts'
import type { KindId, NoticeKind } from '../../../../../shared/domains/notices/tables.ts'
import { ok, type Result } from '../../../../../shared/result.ts'
import type { Database } from '../../../cache/database.ts'
import { effectiveAll, getEffective } from '../../../cache/rows.ts'
import { askThread, gone, type Done, type ImportHolder, type Work } from './import-holder.ts'
import type { CheckAnswer, ImportRequest, ReadAnswer } from './import-request.ts'
import { keepChoices, keepImport, type KeptChoices } from './kept-import.ts'

/**
 * Has the file read, or read in another way, with what was remembered of its kind; what was decided about rows is forgotten. A file
 * that cannot be read in another way stays as it was read before. Once it is read it is kept until it becomes a run.
 */
export async function readDraft(holder: ImportHolder, db: Database, id: string, reading: Reading): Promise<Result<Done>> {
  const current = holder.open(id)
  if (!current || current.draft.received < current.draft.size || ['taking', 'taken', 'reading'].includes(current.draft.state)) return gone()
  const { work, draft: before } = current
  const told = await readBy(holder, work, work.bytes ? { kind: 'read', bytes: work.bytes, isPacked: false, reading } : { kind: 'read-again', reading })
  work.bytes = null
  if (!holder.isOpen(work)) return gone()
  if (!told.ok) {
    holder.set(before.table ? { state: 'open' } : { state: 'refused', refusal: { code: told.error.code, facts: told.error.facts ?? {} } })
    return told
  }
  work.reading = reading
  work.mended.clear()
  const headings = told.value.table.columns.map(({ heading }) => heading)
  const kind = kindFor(db, before.kindId, headings)
  holder.set({ table: told.value.table, kindId: kind?.id ?? null, mapping: guessMapping(headings, kind?.mapping ?? {}), fixed: { ...kind?.forAll, ...before.fixed }, leftOut: [], reckoning: null, found: {} })
  const checked = await checkDraft(holder, work)
  const { packed } = told.value
  const draft = holder.open(id)?.draft
  if (!draft) return gone()
  const kept = packed ? await keepImport(db, { id, begunAt: draft.begunAt, choices: choicesOf(work, draft) }, packed, () => holder.isOpen(work) && holder.draft.value?.state !== 'taken') : keepChoices(db, id, choicesOf(work, draft))
  return kept.ok ? checked : kept
}

/** Has a file read again that was kept, with all that had been decided about it. */
export async function resumeDraft(holder: ImportHolder, work: Work, packed: Uint8Array, { kindId, mapping, fixed, leftOut }: KeptChoices): Promise<Result<Done>> {
  const told = await readBy(holder, work, { kind: 'read', bytes: packed, isPacked: true, reading: work.reading })
  if (!holder.isOpen(work)) return gone()
  if (!told.ok) {
    holder.set({ state: 'refused', refusal: { code: told.error.code, facts: told.error.facts ?? {} } })
    return told
  }
  holder.set({ table: told.value.table, kindId, mapping, fixed, leftOut })
  return checkDraft(holder, work)
}

async function readBy(holder: ImportHolder, work: Work, request: ImportRequest): Promise<Result<Extract<ReadAnswer, { readonly ok: true }>>> {
  holder.set({ state: 'reading', refusal: null, turn: (holder.draft.value?.turn ?? 0) + 1 })
  const answer = await askThread<ReadAnswer>(holder, work, request)
  const told = answer.ok ? answer.value : answer
  if (!told.ok) return told
  work.sha256 = told.sha256
  return ok(told)
}

/** The kind a person chose, otherwise the only one whose tables had all of these columns. */
function kindFor(db: Database, chosen: string | null, headings: readonly string[]): NoticeKind | undefined {
  const kinds = effectiveAll(db, 'notice_kinds').filter(({ active }) => active)
  if (chosen !== null) return kinds.find(({ id }) => id === chosen)
  const fitting = kinds.filter(({ mapping }) => hasColumnsOf(headings, mapping))
  return fitting.length === 1 ? fitting[0] : undefined
}

/** A draft that is for another kind after all: what the one before it remembered goes, what a person said of this table stays. */
export function turnedTo(db: Database, { table, kindId: before, mapping, fixed }: ImportDraft, kindId: KindId): Pick<ImportDraft, 'kindId' | 'mapping' | 'fixed'> {
  const headings = table?.columns.map(({ heading }) => heading) ?? []
  const rememberedBy = (id: string | null) => {
    const kind = id === null ? undefined : getEffective(db, 'notice_kinds', id)
    return { mapping: guessMapping(headings, kind?.mapping ?? {}), forAll: kind?.forAll ?? {} }
  }
  const [old, next] = [rememberedBy(before), rememberedBy(kindId)]
  const said = Object.entries(fixed).filter(([field, value]) => value.trim() !== '' && old.forAll[field] !== value)
  const chosen = Object.entries(mapping).filter(([field, heading]) => old.mapping[field] !== heading)
  return { kindId, fixed: { ...next.forAll, ...Object.fromEntries(said) }, mapping: chosen.reduce((all, [field, heading]) => remapped(all, field, heading), next.mapping) }
}

const choicesOf = ({ mended, reading }: Work, { kindId, fileName, size, mapping, fixed, leftOut }: ImportDraft): KeptChoices => ({
  kindId, fileName, size, reading, mapping, fixed, leftOut, mended: [...mended].flatMap(([line, cells]) => [...cells].map(([column, text]): [number, number, string] => [line, column, text])),
})

/** Alters a draft that was read and not taken yet, and judges it anew. */
export async function changeDraft(holder: ImportHolder, db: Database, id: string, alter: (work: Work, draft: ImportDraft) => Partial<ImportDraft>): Promise<Result<Done>> {
  const current = holder.open(id)
  if (!current || (current.draft.state !== 'open' && current.draft.state !== 'checking')) return gone()
  const draft = { ...current.draft, ...alter(current.work, current.draft) }
  holder.set(draft)
  const kept = keepChoices(db, id, choicesOf(current.work, draft))
  const checked = await checkDraft(holder, current.work)
  return kept.ok ? checked : kept
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
