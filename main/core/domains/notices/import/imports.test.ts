import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ImportDraft } from '../../../../../shared/contract/notice-import.ts'
import { commandNamed } from '../../../../../shared/commands.ts'
import { AS_FOUND } from '../../../../../shared/domains/notices/import/table.ts'
import { A_ROW, aTable } from '../../../../../shared/domains/notices/import/testing.ts'
import { aNoticeKind } from '../../../../../shared/domains/notices/testing.ts'
import { anActor } from '../../../../../shared/domains/staff/testing.ts'
import { ok, refuse, type Refusal, type Result } from '../../../../../shared/result.ts'
import { instantFromMs } from '../../../../../shared/time.ts'
import { getEffective, putBase } from '../../../cache/rows.ts'
import { submitCommand } from '../../../sync/submit.ts'
import { aDesk, type TestDesk } from '../../../sync/testing.ts'
import { storeWhole } from '../../../sync/whole.ts'
import { createImports, type Imports } from './imports.ts'
import { aWorkbook, cp850, textCell, utf8 } from './testing.ts'

const KIND = aNoticeKind()
const CSV = ['Kassenzeichen;Name;Straße;PLZ;Ort;Betrag;Fälligkeit', '1;Müller;Weg 1;39517;Tangerhütte;1,00;15.04.2026', '2;Schulz;Weg 2;3951;Lüderitz;2,00;15.04.2026', '3;Kühn;Weg 3;39517;Bellingen;x;15.05.2026'].join('\n')
const BEGUN_MS = Date.UTC(2026, 10, 23, 9)
const FOR_ALL = { debtorRole: 'Eigentümer', period: '2025' }

let desk: TestDesk
let imports: Imports
let refusal: { readonly after: number; readonly refusal: Refusal } | null
let submitted: string[]
let startImports: (nowMs?: number) => Imports

beforeEach(() => {
  desk = aDesk(anActor('clerk', '1'))
  let random = 0
  const parts = { ...desk.parts, random: (bytes: number) => new Uint8Array(bytes).map(() => random++ % 251) }
  putBase(desk.cache.db, 'notice_kinds', { ...KIND, mapping: { addition: 'Straße' } })
  refusal = null
  submitted = []
  const submit = (name: string, input: unknown) => {
    submitted.push(name)
    if (refusal && submitted.length > refusal.after) return refuse(refusal.refusal.code)
    const command = commandNamed(name)
    const answer = command ? submitCommand(desk.cache.db, parts, command, input) : refuse('commands/unknown')
    return answer.ok ? ok({ commandId: answer.value.commandId }) : answer
  }
  startImports = (nowMs = BEGUN_MS) => createImports({ cache: desk.cache, clock: { nowMs: () => nowMs }, newId: () => '0192a000-0000-7000-8000-00000000aaaa', submitWhole: make => storeWhole(desk.cache.db, () => make(submit)) })
  imports = startImports()
})
afterEach(async () => {
  await imports.close()
  desk.remove()
})

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const draft = (): ImportDraft => {
  if (!imports.draft.value) throw new Error('there is no draft')
  return imports.draft.value
}

async function opened(bytes: Uint8Array, fixed: Readonly<Record<string, string>> = {}, kindId: string | null = KIND.id): Promise<string> {
  const { id } = valueOf(imports.begin({ fileName: 'umlage.csv', size: bytes.length, kindId }))
  for (let start = 0; start < bytes.length; start += 100) valueOf(imports.append(id, start, bytes.subarray(start, start + 100)))
  valueOf(await imports.read(id, AS_FOUND))
  for (const [field, value] of Object.entries(fixed)) valueOf(await imports.fix(id, field, value))
  return id
}

describe('a table', () => {
  test('is read with the columns of the last time, and tells what is missing', async () => {
    await opened(utf8(CSV))
    expect(draft()).toMatchObject({
      state: 'open', fileName: 'umlage.csv', reckoning: null, missing: [['debtorRole'], ['period', 'periodFrom']],
      mapping: { reference: 'Kassenzeichen', name: 'Name', addition: 'Straße', postalCode: 'PLZ', place: 'Ort', amount: 'Betrag', dueDay: 'Fälligkeit' },
      table: { rows: 3, columns: [{ heading: 'Kassenzeichen', example: '1' }, { heading: 'Name', example: 'Müller' }, {}, {}, {}, {}, {}] },
    })
  })

  test('tells its errors with line and cell, and is mended in place', async () => {
    const id = await opened(utf8(CSV), FOR_ALL)
    expect(draft()).toMatchObject({ state: 'open', missing: [], reckoning: { rows: 3, letters: 1, cents: 100, faultyRows: 2 }, found: { 'postal-code': 1, 'not-a-number': 1 } })
    expect(await imports.problems(id, { only: 'errors', start: 0, end: 10 })).toEqual(ok({ total: 2, problems: [
      { line: 3, column: 3, field: 'postalCode', heading: 'PLZ', code: 'postal-code', found: '3951', cell: '3951', name: 'Schulz' },
      { line: 4, column: 5, field: 'amount', heading: 'Betrag', code: 'not-a-number', found: 'x', cell: 'x', name: 'Kühn' },
    ] }))
    valueOf(await imports.mend(id, 3, 3, '39517'))
    valueOf(await imports.leaveOut(id, [4], true))
    expect(draft().reckoning).toEqual({ rows: 3, letters: 2, cents: 300, firstDue: '2026-04-15', lastDue: '2026-04-15', faultyRows: 0, leftOutRows: 1 })
    valueOf(await imports.leaveOut(id, [4], false))
    expect(draft()).toMatchObject({ leftOut: [], reckoning: { faultyRows: 1 } })
  })

  test('is mapped anew', async () => {
    const id = await opened(utf8(CSV), FOR_ALL)
    valueOf(await imports.map(id, 'street', 'Straße'))
    expect(draft().mapping).not.toHaveProperty('addition')
    valueOf(await imports.map(id, 'place', null))
    expect(draft()).toMatchObject({ missing: [['place']], reckoning: null })
  })

  test('can be for another kind after all', async () => {
    const id = await opened(utf8(CSV), FOR_ALL)
    valueOf(await imports.setKind(id, 'hundesteuer'))
    expect(draft()).toMatchObject({ state: 'open', kindId: 'hundesteuer', reckoning: { letters: 1 } })
  })

  test('takes what is remembered of the other kind and nothing of the first one; what was said of this table stays', async () => {
    putBase(desk.cache.db, 'notice_kinds', { ...KIND, mapping: { addition: 'Straße' }, forAll: { debtorRole: 'Nutzer', item1: 'Umlage' } })
    putBase(desk.cache.db, 'notice_kinds', { ...KIND, id: 'hundesteuer', mapping: { street: 'Straße', addition: 'Ort' }, forAll: { item1: 'Hundesteuer' } })
    const id = await opened(utf8(CSV), { period: '2025' })
    expect(draft()).toMatchObject({ mapping: { addition: 'Straße' }, fixed: { debtorRole: 'Nutzer', item1: 'Umlage', period: '2025' } })
    valueOf(await imports.map(id, 'salutation', 'Name'))
    valueOf(await imports.setKind(id, 'hundesteuer'))
    expect([draft().mapping, draft().fixed]).toEqual([expect.objectContaining({ street: 'Straße', addition: 'Ort', salutation: 'Name' }), { item1: 'Hundesteuer', period: '2025' }])
    expect(draft().mapping).not.toHaveProperty('name')
    valueOf(await imports.setKind(id, KIND.id))
    expect(draft()).toMatchObject({ kindId: KIND.id, mapping: { addition: 'Straße', salutation: 'Name' }, fixed: { debtorRole: 'Nutzer', item1: 'Umlage', period: '2025' } })
  })

  test('of another sheet is read from the same file', async () => {
    const rows = (name: string) => `<row r="1">${textCell('A1', 'Name')}</row><row r="2">${textCell('A2', name)}</row>`
    const id = await opened(aWorkbook({ sheets: [{ name: 'Neu', rows: rows('Müller') }, { name: 'Alt', rows: rows('Schulz') }] }))
    expect(draft().table?.columns[0]?.example).toBe('Müller')
    valueOf(await imports.read(id, { ...AS_FOUND, sheet: 'Alt' }))
    expect(draft().table?.columns[0]?.example).toBe('Schulz')
  })

  test('is read as a person says, with a few rows to see whether that was right; in a way in which it cannot be read it stays as it was', async () => {
    const id = await opened(cp850(CSV.replaceAll('Bellingen', 'Groß Schwarzlosen')))
    expect(draft().table?.look).toEqual([{ line: 2, cells: expect.arrayContaining(['Müller', 'Tangerhütte']) }, { line: 3, cells: expect.arrayContaining(['Lüderitz']) }, { line: 4, cells: expect.arrayContaining(['Kühn']) }])
    valueOf(await imports.read(id, { ...AS_FOUND, encoding: 'windows-1252', separator: ',' }))
    expect(draft().table).toMatchObject({ source: { encoding: 'windows-1252', why: 'chosen', separator: ',' }, look: [{ line: 3, cells: ['2;Schulz;Weg 2;3951;L\u0081deritz;2', '00;15.04.2026'] }, { line: 4 }] })
    expect(await imports.read(id, { ...AS_FOUND, encoding: 'utf-16le' })).toMatchObject({ ok: false })
    expect(draft()).toMatchObject({ state: 'open', table: { source: { encoding: 'windows-1252' } } })
  })

  test('is of the kind whose tables had all of its columns, where no other one had', async () => {
    const id = await opened(utf8(CSV), {}, null)
    expect(draft()).toMatchObject({ kindId: KIND.id, mapping: { addition: 'Straße' } })
    await imports.drop(id)
    putBase(desk.cache.db, 'notice_kinds', { ...KIND, id: 'hundesteuer', mapping: { name: 'Name' }, forAll: { debtorRole: 'Nutzer' } })
    const other = await opened(utf8(CSV), {}, null)
    expect(draft()).toMatchObject({ kindId: null, fixed: {} })
    valueOf(await imports.setKind(other, 'hundesteuer'))
    expect(draft()).toMatchObject({ kindId: 'hundesteuer', fixed: { debtorRole: 'Nutzer' } })
  })

  test('that cannot be read says why, and another one can be opened', async () => {
    const { id } = valueOf(imports.begin({ fileName: 'x.csv', size: 2, kindId: KIND.id }))
    valueOf(imports.append(id, 0, utf8('ab')))
    expect(await imports.read(id, AS_FOUND)).toMatchObject({ ok: false, error: { code: 'notices/table-empty' } })
    expect(draft()).toMatchObject({ state: 'refused', refusal: { code: 'notices/table-empty' } })
    expect(imports.begin({ fileName: 'x.csv', size: 31 * 1024 * 1024, kindId: KIND.id })).toMatchObject({ ok: false, error: { code: 'notices/table-too-large' } })
  })

  test('is not read before all of it is there, and pieces come in their order', async () => {
    const { id } = valueOf(imports.begin({ fileName: 'x.csv', size: 10, kindId: KIND.id }))
    expect(imports.append(id, 5, utf8('abcde'))).toMatchObject({ ok: false })
    expect(imports.append(id, 0, utf8('abcdefghijk'))).toMatchObject({ ok: false })
    expect(await imports.read(id, AS_FOUND)).toMatchObject({ ok: false, error: { code: 'notices/import-gone' } })
  })

  test('that is dropped while it is read is gone', async () => {
    const { id } = valueOf(imports.begin({ fileName: 'x.csv', size: CSV.length, kindId: KIND.id }))
    valueOf(imports.append(id, 0, utf8(CSV).subarray(0, CSV.length)))
    const reading = imports.read(id, AS_FOUND)
    await imports.drop(id)
    expect(await reading).toMatchObject({ ok: false, error: { code: 'notices/import-gone' } })
  })

  test('that was dropped is gone', async () => {
    const id = await opened(utf8(CSV))
    await imports.drop(id)
    expect(imports.draft.value).toBeNull()
    expect(await imports.map(id, 'street', 'Straße')).toMatchObject({ ok: false, error: { code: 'notices/import-gone' } })
  })
})

describe('a table that was begun', () => {
  /** As after a kill: nothing was closed, and another desk opens the same file. */
  const again = async (nowMs?: number): Promise<void> => {
    await imports.close()
    imports = startImports(nowMs)
  }

  test('is gone on with after the desk was closed, with all that was decided about it', async () => {
    const id = await opened(utf8(CSV), FOR_ALL)
    valueOf(await imports.mend(id, 3, 3, '39517'))
    valueOf(await imports.leaveOut(id, [4], true))
    valueOf(await imports.map(id, 'street', 'Straße'))
    const before = draft()
    await again()
    expect(draft()).toMatchObject({ state: 'kept', fileName: 'umlage.csv', begunAt: instantFromMs(BEGUN_MS), table: null })
    valueOf(await imports.resume(id))
    expect(draft()).toEqual({ ...before, turn: draft().turn })
    expect(valueOf(await imports.take(id, 'Umlage 2025'))).toMatchObject({ runId: expect.any(String) })
    await again()
    expect(imports.draft.value).toBeNull()
  })

  test('is forgotten when it was dropped, and after fourteen days', async () => {
    const id = await opened(utf8(CSV))
    await again()
    await imports.drop(id)
    await again()
    expect(imports.draft.value).toBeNull()
    await opened(utf8(CSV))
    await again(BEGUN_MS + 14 * 86_400_000)
    expect(imports.draft.value).toBeNull()
    expect(desk.cache.db.prepare('SELECT count(*) FROM notice_import_pieces').pluck().get()).toBe(0)
  })

  test('and was not kept to its end is not offered', async () => {
    await opened(utf8(CSV))
    desk.cache.db.exec('DELETE FROM notice_import_pieces')
    await again()
    expect(imports.draft.value).toBeNull()
  })
})

describe('a run', () => {
  const many = (count: number): Uint8Array => {
    const { headings, rows } = aTable(Array.from({ length: count }, (_, index) => ({ ...A_ROW, Kassenzeichen: `7.${index + 1}`, Flurstück: String(index + 1) })))
    return utf8([headings, ...rows.map(({ cells }) => cells)].map(cells => cells.join(';')).join('\n'))
  }

  test('is begun with all notices of a table, and remembers its columns', async () => {
    const id = await opened(many(250))
    const { runId } = valueOf(await imports.take(id, 'Umlage 2025'))
    const run = getEffective(desk.cache.db, 'notice_runs', runId)
    expect(run).toMatchObject({ title: 'Umlage 2025', kindId: KIND.id, expected: { count: 250, totalCents: 250 * 1_457 }, added: 250, source: { fileName: 'umlage.csv' } })
    expect(submitted).toEqual(['notices.begin-run', 'notices.add-rows', 'notices.add-rows', 'notices.add-rows'])
    expect(getEffective(desk.cache.db, 'notice_kinds', KIND.id)?.mapping).toEqual(draft().mapping)
    expect(draft()).toMatchObject({ state: 'taken', runId })
    expect(await imports.take(id, 'Umlage 2025')).toMatchObject({ ok: false, error: { code: 'notices/import-gone' } })
  })

  test('is not begun while rows have errors', async () => {
    const id = await opened(utf8(CSV), FOR_ALL)
    expect(await imports.take(id, 'Umlage')).toEqual(refuse('notices/import-unfinished', { count: 2 }))
    expect(submitted).toEqual([])
  })

  test('leaves nothing behind where one of its blocks is refused, and can be tried again', async () => {
    const id = await opened(many(250))
    refusal = { after: 2, refusal: { code: 'storage/disk-full' } }
    expect(await imports.take(id, 'Umlage 2025')).toMatchObject({ ok: false, error: { code: 'storage/disk-full' } })
    expect(desk.cache.db.prepare('SELECT count(*) AS count FROM outbox').get()).toEqual({ count: 0 })
    expect(desk.cache.db.prepare('SELECT count(*) AS count FROM notice_runs_overlay').get()).toEqual({ count: 0 })
    expect(draft()).toMatchObject({ state: 'open', runId: null })
    refusal = null
    expect(await imports.take(id, 'Umlage 2025')).toMatchObject({ ok: true })
  })
})
