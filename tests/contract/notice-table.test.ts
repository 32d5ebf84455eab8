import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../main/core/domains/notices/import/read-table.ts'
import { checkTable, type CheckedTable } from '../../shared/domains/notices/import/check-table.ts'
import { missingFields } from '../../shared/domains/notices/import/mapping.ts'
import { choicesFor } from '../../shared/domains/notices/import/testing.ts'
import { isError } from '../../shared/domains/notices/import/problems.ts'
import { AS_FOUND, type ReadTable } from '../../shared/domains/notices/import/table.ts'
import { noticeTable } from '../support/notice-table.ts'

function read(bytes: Uint8Array): ReadTable {
  const table = readTable(bytes, AS_FOUND)
  if (!table.ok) throw new Error(table.error.code)
  return table.value
}

/** What a desk makes of it where nobody says anything: every column is guessed. */
function checked(table: ReadTable): CheckedTable {
  const choices = choicesFor(table)
  expect(missingFields(choices.mapping, choices.fixed)).toEqual([])
  expect(Object.values(choices.mapping).toSorted()).toEqual(table.headings.toSorted())
  return checkTable(table, choices)
}

describe('a table from the finance program', () => {
  test('of 2,100 debtors is read without a question, and says of each what the program knew', () => {
    const given = noticeTable({ notices: 2_100, seed: 7 })
    const table = read(given.bytes)
    expect(table.source).toMatchObject({ kind: 'csv', encoding: 'windows-1252', separator: ';' })
    const { notices, problems } = checked(table)
    expect(problems).toEqual([])
    expect(notices.map(({ content }) => content)).toEqual(given.contents)
    expect(table.rows.length).toBe(given.lines)
    expect(given.lines).toBeGreaterThan(given.contents.length)
  })

  test('that lies among the examples has three mistakes, each told with its line', async () => {
    const table = read(await readFile(new URL('../../docs/examples/umlage-2025.csv', import.meta.url)))
    const { notices, problems, sums } = checked(table)
    expect(table.source).toMatchObject({ encoding: 'windows-1252', separator: ';' })
    expect(problems.filter(isError).map(({ line, field, code, found }) => ({ line, field, code, found }))).toEqual([
      { line: 9, field: 'postalCode', code: 'postal-code', found: '3951' },
      { line: 17, field: 'amount', code: 'not-a-number', found: '14,5o' },
      { line: 30, field: 'dueDay', code: 'no-such-day', found: '31.02.2027' },
    ])
    expect([sums.rows, sums.faultyRows, notices.length]).toEqual([40, 3, 31])
  })
})
