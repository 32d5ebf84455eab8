import { BYTE_ORDER_MARK, csvLine, type TableCell } from '../../formats/csv.ts'
import type { Notice, NoticeRun } from './tables.ts'

// Read by the finance system, whatever language the desk speaks.
const HEADS = [
  'Kassenzeichen', 'Name', 'Zusatz', 'Straße', 'Hausnummer', 'PLZ', 'Ort', 'Land', 'Position', 'Betrag', 'Summe', 'Fällig am', 'Bescheid vom', 'Zur Post am', 'Bekannt gegeben am', 'Lauf', 'Nummer',
] as const

/**
 * The amounts of a run as a CSV file: one line per notice and item, of all notices that went out or are going. What went once more
 * to a new address asks for the same money as before and stands in the file of its first run alone.
 * `announcedOn` says on which day a notice counts as announced; null where that is not known yet.
 */
export function bookingCsv({ title, submitted }: NoticeRun, notices: readonly Notice[], announcedOn: (notice: Notice) => string | null): string {
  const dated = submitted?.paper.dated ?? null
  const lines = notices.filter(isBooked).flatMap(notice => {
    const { content: { recipient, reference, items, totalCents, dueDay }, number, sent } = notice
    const { name, addition, street, houseNumber, postalCode, place, country } = recipient
    const announced = announcedOn(notice)
    return items.map(({ label, cents }): readonly TableCell[] => [
      reference, name, addition, street, houseNumber, postalCode, place, country, label, euros(cents), euros(totalCents), dayCell(dueDay), dayCell(dated), dayCell(sent?.postedDay ?? null), dayCell(announced), title, number,
    ])
  })
  return BYTE_ORDER_MARK + [HEADS, ...lines].map(csvLine).join('')
}

const isBooked = ({ leftOut, sent, content: { replaced } }: Notice): boolean => replaced?.why !== 'new-address' && leftOut === null && sent !== null && sent.state !== 'failed' && sent.state !== 'cancelled'

/** `1234,50`: always two digits of cents, as programs of finance read amounts. */
const euros = (cents: number): string => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`

const dayCell = (day: string | null): TableCell => day && { day }
