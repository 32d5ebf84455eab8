import * as z from 'zod'
import { readDay, type DayProblem } from '../../../formats/typed-days.ts'
import type { DebtorRole, NoticeContent } from '../content.ts'
import type { ColumnMapping } from '../tables.ts'
import { folded, ROLE_WORDS, type FieldName } from './columns.ts'
import type { RowProblemCode } from './problems.ts'
import { readAmounts, type RowAmounts } from './read-amounts.ts'
import { readParcels } from './read-parcels.ts'
import { readRecipient, readSalutation } from './read-recipient.ts'
import { cellReader, type RowCells } from './row-cells.ts'

/** What one row says; whole only where nothing of it was told to be wrong. */
export interface RowNotice extends Pick<NoticeContent, 'recipient' | 'salutation' | 'debtorRole' | 'parcels' | 'period' | 'reference' | 'dueDay' | 'email'>, RowAmounts {}

/** What holds for the table as a whole. */
export interface ReadingRules {
  readonly mapping: ColumnMapping
  /** Whether amounts are written the English way somewhere in it. */
  readonly isAmongEnglish: boolean
}

/** What is wrong with a value that is to hold for all rows; null for nothing. */
export function fixedProblem(field: FieldName, value: string): RowProblemCode | null {
  const cells = cellReader([], {}, { [field]: value })({ line: 1, cells: [], marks: [] })
  readRow(cells, { mapping: {}, isAmongEnglish: false })
  return cells.problems.find(problem => problem.field === field)?.code ?? null
}

const DAY_PROBLEMS: Readonly<Record<DayProblem, RowProblemCode>> = { 'not-a-day': 'not-a-day', 'no-such-day': 'no-such-day', ambiguous: 'ambiguous-day' }
const NO_DAY = '1900-01-01'

/** Reads one row; every problem is told to its cells. */
export function readRow(cells: RowCells, { mapping, isAmongEnglish }: ReadingRules): RowNotice {
  return {
    recipient: readRecipient(cells), salutation: readSalutation(cells), debtorRole: readRole(cells),
    parcels: [...readParcels(cells, /\bha\b|hektar/i.test(mapping['area'] ?? '') ? 'ha' : 'm2')],
    period: readPeriod(cells), reference: readReference(cells), dueDay: readDayOf(cells, 'dueDay'), email: readEmail(cells), ...readAmounts(cells, mapping, isAmongEnglish),
  }
}

function readRole(cells: RowCells): DebtorRole {
  const typed = folded(cells.text('debtorRole'))
  const role = ROLE_WORDS.find(([word]) => typed.startsWith(word))?.[1] ?? ({ e: 'owner', n: 'user', owner: 'owner', leaseholder: 'leaseholder', user: 'user' } as const)[typed]
  if (!role) cells.tell('debtorRole', cells.has('debtorRole') ? 'unknown-role' : 'missing')
  return role ?? 'owner'
}

/** Of columns of their own; otherwise a year, or two days in one cell. */
function readPeriod(cells: RowCells): NoticeContent['period'] {
  if (cells.has('periodFrom') || cells.has('periodTo') || !cells.has('period')) return ordered(cells, { from: readDayOf(cells, 'periodFrom'), to: readDayOf(cells, 'periodTo') }, 'periodTo')
  const typed = cells.text('period')
  if (/^(?:19|20)\d{2}$/.test(typed)) return { from: `${typed}-01-01`, to: `${typed}-12-31` }
  const [first = '', last = '', ...more] = typed.split(/\s*(?:–|—|\bbis\b|\s-\s|(?<=\d{4})-(?=\d{1,2}\.))\s*/u).map(text => text.replace(/^vom?\s+/iu, ''))
  const [from, to] = [readDay(first), readDay(last)]
  if (!from.ok || !to.ok || more.length > 0) {
    cells.tell('period', 'not-a-period')
    return { from: NO_DAY, to: NO_DAY }
  }
  return ordered(cells, { from: from.value, to: to.value }, 'period')
}

function ordered(cells: RowCells, period: NoticeContent['period'], field: string): NoticeContent['period'] {
  if (period.from > period.to && period.to !== NO_DAY) cells.tell(field, 'period-backwards')
  return period
}

function readDayOf(cells: RowCells, field: string): string {
  const day = readDay(cells.text(field))
  if (!day.ok) cells.tell(field, cells.has(field) ? DAY_PROBLEMS[day.error] : 'missing')
  return day.ok ? day.value : NO_DAY
}

/** What a transfer can carry (SEPA), so that the payment code and the bank say the same. */
const REFERENCE = /^[A-Za-z0-9][A-Za-z0-9 ./+:()?,'-]*$/
const MOST_REFERENCE_LETTERS = 35

function readReference(cells: RowCells): string {
  const reference = cells.text('reference')
  if (reference === '') cells.tell('reference', 'missing')
  else if (reference.length > MOST_REFERENCE_LETTERS) cells.tell('reference', 'too-long')
  else if (!REFERENCE.test(reference)) cells.tell('reference', 'wrong-reference')
  return reference
}

const Email = z.email().max(254)

function readEmail(cells: RowCells): string | null {
  if (!cells.has('email')) return null
  const email = Email.safeParse(cells.text('email'))
  if (!email.success) cells.tell('email', 'wrong-email')
  return email.data ?? null
}
