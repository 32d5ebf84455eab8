import { Temporal } from 'temporal-polyfill'
import { ok, type Result } from '../result.ts'

/** Why a day is not taken. `no-such-day`: 31.02.; `ambiguous`: `03/04/2026` means two days, by who wrote it. */
export type DayProblem = 'not-a-day' | 'no-such-day' | 'ambiguous'

const MONTHS = ['januar', 'februar', 'märz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember'] as const
/** Before this, two digits are a year of this century. Notices are about land and money of the last decades, not about births. */
const FIRST_OLD_SHORT_YEAR = 80
/** Spreadsheets count days from here; 60 days in, they knew a 29 February 1900, which no file of ours comes near. */
const SERIAL_START = Temporal.PlainDate.from('1899-12-30')
/** From 1954 to 2119: a number outside is rather something else. */
const SERIALS = { first: 20_000, last: 80_000 }

/** `1.3.2026`, `01.03.26`, `1. März 2026`, `2026-03-01` with or without a time, and the number a spreadsheet keeps for a day, as `2026-03-01`. */
export function readDay(typed: string): Result<string, DayProblem> {
  const text = typed.trim().toLowerCase()
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:\s+0?0:00(?::00)?)?$/.exec(text) ?? []
  if (day && month && year) return dayOf(wholeYear(year), Number(month), Number(day))
  const [, namedDay, name, namedYear] = /^(\d{1,2})\.\s?([a-zä]{3,9})\.?\s?(\d{4})$/.exec(text) ?? []
  const named = monthNamed(name ?? '')
  if (namedDay && named && namedYear) return dayOf(Number(namedYear), named, Number(namedDay))
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{2})-(\d{2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/.exec(text) ?? []
  if (isoYear && isoMonth && isoDay) return dayOf(Number(isoYear), Number(isoMonth), Number(isoDay))
  if (/^\d{1,2}\/\d{1,2}\/\d{2,4}$/.test(text)) return { ok: false, error: 'ambiguous' }
  const serial = /^\d{5}$/.test(text) ? Number(text) : 0
  return serial >= SERIALS.first && serial <= SERIALS.last ? ok(dayOfSerial(serial)) : { ok: false, error: 'not-a-day' }
}

/** The day for which a spreadsheet keeps a number, counted from 1899-12-30 (or from 1904 in files of old Macs); parts of a day are left out. */
export const dayOfSerial = (serial: number, startsIn1904 = false): string =>
  SERIAL_START.add({ days: Math.floor(serial) + (startsIn1904 ? 1_462 : 0) }).toString()

const wholeYear = (year: string): number => (year.length === 4 ? Number(year) : Number(year) + (Number(year) < FIRST_OLD_SHORT_YEAR ? 2_000 : 1_900))

/** By its name or the first three letters or more of it; 0 for none. */
const monthNamed = (name: string): number => (name.length < 3 ? 0 : MONTHS.findIndex(month => month.startsWith(name) || (name === 'mrz' && month === 'märz')) + 1)

function dayOf(year: number, month: number, day: number): Result<string, DayProblem> {
  try {
    return ok(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString())
  } catch {
    return { ok: false, error: 'no-such-day' }
  }
}
