import { BYTE_ORDER_MARK, csvLine, type TableCell } from '../../formats/csv.ts'
import type { Instant } from '../../time.ts'
import type { Notice, NoticeRun } from './tables.ts'

// Read by the finance system, whatever language the desk speaks.
const HEADS = [
  'Kassenzeichen', 'Name', 'Zusatz', 'Straße', 'Hausnummer', 'PLZ', 'Ort', 'Land', 'Position', 'Betrag', 'Summe', 'Fällig am', 'Bescheid vom', 'Zur Post am', 'Bekannt gegeben am', 'Lauf', 'Nummer',
] as const

/** What the file needs to know of a notice beside the notice itself. */
export interface Bookkeeping {
  /** On which day it counts as announced; null where that is not known yet. */
  announcedOn(notice: Notice): string | null
  /** The one in whose place it stands, and when the amounts of that one's run were given to the finance system last. */
  before(notice: Notice): { readonly notice: Notice; readonly givenAt: Instant | null } | undefined
}

/**
 * The amounts of a run as a CSV file: one line per notice and item, of all notices that went out or are going. What went once more
 * to a new address asks for the same money as before and stands in the file of its first run alone, unless it was not asked for there.
 */
export function bookingCsv({ title, submitted }: NoticeRun, notices: readonly Notice[], books: Bookkeeping): string {
  const dated = submitted?.paper.dated ?? null
  const lines = notices.filter(notice => isBooked(notice, books)).flatMap(notice => {
    const { content: { recipient, reference, items, totalCents, dueDay }, number, sent } = notice
    const { name, addition, street, houseNumber, postalCode, place, country } = recipient
    const announced = books.announcedOn(notice)
    return items.map(({ label, cents }): readonly TableCell[] => [
      reference, name, addition, street, houseNumber, postalCode, place, country, label, euros(cents), euros(totalCents), dayCell(dueDay), dayCell(dated), dayCell(sent?.postedDay ?? null), dayCell(announced), title, number,
    ])
  })
  return BYTE_ORDER_MARK + [HEADS, ...lines].map(csvLine).join('')
}

const isBooked = (notice: Notice, books: Bookkeeping): boolean => isOut(notice) && !wasAskedBefore(notice, books)

const isOut = ({ leftOut, sent }: Notice): boolean => leftOut === null && sent !== null && sent.state !== 'failed' && sent.state !== 'cancelled'

/** Whether one in whose place it stands at a new address has asked for its money: that went out, or was in a file that was given before it failed. */
function wasAskedBefore(notice: Notice, books: Bookkeeping): boolean {
  if (!notice.content.replaced || notice.content.replaced.why === 'corrected') return false
  const before = books.before(notice)
  // Of one that is kept no longer the money was asked for long ago.
  if (!before) return true
  const { sent, content } = before.notice
  // Of one that never went out the amounts may have been mended without a correction being told of.
  if (content.totalCents !== notice.content.totalCents) return false
  const wasGiven = before.givenAt !== null && sent !== null && before.givenAt < sent.changedAt
  return isOut(before.notice) || wasGiven || wasAskedBefore(before.notice, books)
}

/** `1234,50`: always two digits of cents, as programs of finance read amounts. */
const euros = (cents: number): string => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`

const dayCell = (day: string | null): TableCell => day && { day }
