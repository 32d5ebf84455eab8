import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordKey } from '../../shared/command.ts'
import { cut } from '../../shared/text.ts'
import { tableOf } from '../../shared/tables.ts'
import { loadChildren, loadRecords } from '../store/records.ts'
import { aPdf, aSubmission, dogAnswers, townForCitizens, TOWN_ID, type TestTown } from './testing.ts'

let town: TestTown
beforeAll(async () => {
  town = await townForCitizens()
})
afterAll(() => town.database.close())

/** Every row of a case, as a desk would check it: one that does not fit would stop the desks of a whole department. */
async function problemsOf(submission: ReturnType<typeof aSubmission>): Promise<readonly string[]> {
  const receipt = await town.intake.submit(submission)
  if (!receipt.ok) return [receipt.error.code]
  const record = { table: 'applications', id: receipt.value.applicationId } as const
  const application = (await loadRecords(town.database.db, TOWN_ID, [record], false)).get(recordKey(record))
  const children = await loadChildren(town.database.db, TOWN_ID, [receipt.value.applicationId])
  return [{ table: record.table, row: application }, ...children].flatMap(({ table, row }) => {
    const read = tableOf(table).schema.safeParse(row)
    return read.success ? [] : read.error.issues.map(issue => `${table}.${issue.path.join('.')}: ${issue.message}`)
  })
}

// A form counts signs as people do, a row counts them as JavaScript does: an emoji is one there and two here.
const SIGNS = ['😀', 'ü', '\u{20000}']

test.each(SIGNS)('names and texts of only %s, as long as the form allows, become rows that every desk can read', async sign => {
  const long = { firstName: sign.repeat(80), lastName: sign.repeat(80), dogName: `y${sign.repeat(19)}`, remarks: sign.repeat(2_000) }
  expect(await problemsOf(aSubmission({ form: dogAnswers(long) }))).toEqual([])
})

test.each(['\u{1d15e}', '\u0958', '\ufb2c'])('a file name that grows when it is normalised (%s) is kept short and keeps its ending', async sign => {
  const name = `${sign.repeat(Math.floor(196 / sign.length))}.pdf`
  expect(await problemsOf(aSubmission({ attachments: [aPdf({ filename: name })] }))).toEqual([])
})

test('a reply is cut between two signs, never within one', async () => {
  const receipt = await town.intake.submit(aSubmission())
  if (!receipt.ok) throw new Error(receipt.error.code)
  const before = 'x'.repeat(7_999)
  const sent = await town.mailboxes.reply(receipt.value.mailbox, '0192a000-0000-7000-8000-00000000aaaa', cut(`${before}😀😀`, 8_000))
  expect(sent.ok && sent.value.text).toBe(before)
})
