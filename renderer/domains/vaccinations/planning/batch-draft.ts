import type { Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import { plusCalendarDays, plusMonths } from '../../../../shared/german-days.ts'
import { parseDay } from '../../../ui/format.ts'

/** A batch as it is typed, or as a scan filled it in. */
export interface BatchDraft {
  readonly vaccineId: string | null
  readonly lot: string
  readonly expiry: string
}

export type BatchProblem = 'vaccine' | 'lot' | 'expiry'

export const EMPTY_BATCH: BatchDraft = { vaccineId: null, lot: '', expiry: '' }

/** `06/2027` and `6.27` as boxes have it, which is good to the last day of the month, or a day; undefined for neither. */
export function parseExpiry(text: string): string | undefined {
  const day = parseDay(text)
  if (day) return day
  const [, month, year] = /^(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})$/.exec(text.trim()) ?? []
  const first = month && year ? `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-01` : ''
  return first && parseDay(first) ? plusCalendarDays(plusMonths(first, 1), -1) : undefined
}

export interface ReadBatch {
  readonly batch: { readonly vaccine: Vaccine; readonly lot: string; readonly expiresOn: string } | undefined
  readonly problem: BatchProblem | undefined
}

/** What the fields say, or the first thing that is missing. */
export function readBatch({ vaccineId, lot, expiry }: BatchDraft, vaccines: readonly Vaccine[]): ReadBatch {
  const vaccine = vaccines.find(({ id }) => id === vaccineId)
  const expiresOn = parseExpiry(expiry)
  if (!vaccine) return { batch: undefined, problem: 'vaccine' }
  if (lot.trim() === '') return { batch: undefined, problem: 'lot' }
  return expiresOn === undefined ? { batch: undefined, problem: 'expiry' } : { batch: { vaccine, lot: lot.trim(), expiresOn }, problem: undefined }
}
