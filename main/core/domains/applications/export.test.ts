import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ExportColumn, ExportStep } from '../../../../shared/contract/bulk.ts'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { endOfGermanDay } from '../../../../shared/german-days.ts'
import { ApplicationId } from '../../../../shared/ids.ts'
import { ok, refuse } from '../../../../shared/result.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import type { Cache } from '../../cache/open.ts'
import { temporaryFolder, testCache } from '../../cache/testing.ts'
import { exportList } from './export.ts'

const folder = temporaryFolder()
let cache: Cache
const idOf = (number: number) => ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`)

beforeAll(() => {
  cache = testCache(join(folder.path, 'cache.db'))
  const { db } = cache
  putBase(db, 'applications', anApplication({ id: idOf(1), number: 1, applicantName: '=HYPERLINK("http://evil.example")', status: 'decided', outcome: 'granted', dueAt: endOfGermanDay('2026-11-30') }))
  putBase(db, 'applications', anApplication({ id: idOf(2), number: 2, subject: 'Steuer; "Hund"', form: { dogName: '+Bello', age: -3, born: '2020-02-29', 'a"b': 1 } }))
  putBase(db, 'applications', anApplication({ id: idOf(3), number: 3, applicantName: 'veraltet' }))
  replaceOverlay(db, { table: 'applications', id: idOf(3) }, anApplication({ id: idOf(3), number: 3, applicantName: 'Größe\u0001 & <b>', tags: ['Eilig', 'Messe'], version: 0 }))
})
afterAll(() => cache.close())

const column = (field: ExportColumn['field'], kind: ExportColumn['kind'] = 'text', words: ExportColumn['words'] = {}): ExportColumn => ({ field, title: `*${field}`, kind, words })

const COLUMNS = [
  column('number', 'number'), column('applicantName'), column('subject'), column('status', 'text', { granted: 'Bewilligt', received: 'Eingegangen' }),
  column('dueAt', 'day'), column('tags'), column('form:dogName'), column('form:age', 'number'), column('form:born', 'day'), column('form:a"b'),
]

async function exported(format: 'csv' | 'xlsx', overrides: Partial<Parameters<typeof exportList>[0]> = {}, signal?: AbortSignal) {
  const steps: ExportStep[] = []
  const parts = { cache, numbersOf: async () => [2, 1, 3, 4], tell: () => ok({}), ...overrides }
  for await (const step of exportList(parts, { query: {} as never, format, columns: COLUMNS }, signal)) steps.push(step)
  const file = Buffer.concat(steps.flatMap(step => (step.kind === 'part' ? [Buffer.from(step.content, 'base64')] : [])))
  return { file, last: steps.at(-1), steps }
}

test('a list becomes CSV in its order: words for codes, own changes, form fields, no formula, nothing of what is gone', async () => {
  let told = 0
  const { file, last } = await exported('csv', { tell: count => { told = count; return ok({}) } })
  expect(file.toString('utf8').split('\r\n')).toEqual([
    '\u{FEFF}*number;*applicantName;*subject;*status;*dueAt;*tags;*form:dogName;*form:age;*form:born;"*form:a""b"',
    '2;Änne Großkopf;"Steuer; ""Hund""";Eingegangen;;;"\'+Bello";-3;29.02.2020;',
    '1;"\'=HYPERLINK(""http://evil.example"")";Hundeanmeldung: Bello;Bewilligt;30.11.2026;;Bello;;;',
    '3;Größe\u0001 & <b>;Hundeanmeldung: Bello;Eingegangen;;"Eilig, Messe";Bello;;;',
    '',
  ])
  expect({ last, told }).toEqual({ last: { kind: 'done', rows: 4 }, told: 4 })
})

test('as a workbook its texts are texts, its numbers numbers and its days days, below a head that stays', async () => {
  const { file } = await exported('xlsx')
  const parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]))
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
  const texts = parts['xl/sharedStrings.xml'] ?? ''
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect(sheet).not.toContain('<f>')
  expect(sheet).toMatch(/<v>-3<\/v>/)
  // 29 February 2020 as a spreadsheet counts days.
  expect(sheet).toMatch(/<v>43890<\/v>/)
  expect(texts).toContain('<t>=HYPERLINK("http://evil.example")</t>')
  expect(texts).toContain('Größe &amp; &lt;b&gt;')
})

test('no file leaves the desk when the audit log cannot be told', async () => {
  const { file, last } = await exported('csv', { tell: () => refuse('storage/disk-full') })
  expect({ bytes: file.length, last }).toEqual({ bytes: 0, last: { kind: 'refused', code: 'storage/disk-full', facts: {} } })
})

test('whoever cancels gets nothing, and nothing is told to have left', async () => {
  let told = false
  const cancelled = new AbortController()
  const running = exported('xlsx', { numbersOf: async () => Array.from({ length: 50_000 }, (_, index) => (index % 3) + 1), tell: () => { told = true; return ok({}) } }, cancelled.signal)
  cancelled.abort()
  const { file } = await running
  expect({ bytes: file.length, told }).toEqual({ bytes: 0, told: false })
})
