import * as z from 'zod'

const isDay = (day: string): boolean => z.iso.date().safeParse(day).success

interface Parts {
  readonly day: string
  readonly month: string
  readonly year: string
}

/** `2.3.48`, `02/03/1948`, `2 3 48`, `020348`, `02031948` and `1948-03-02`, as hands on a keyboard write a day. */
function partsOf(text: string): Parts | undefined {
  const typed = text.trim()
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? []
  if (year && month && day) return { day, month, year }
  const german = /^(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{1,2})(?:\s*[./-]\s*|\s+)(\d{4}|\d{2})$/.exec(typed) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(typed)
  return german?.[1] && german[2] && german[3] ? { day: german[1], month: german[2], year: german[3] } : undefined
}

/**
 * A date of birth as it is typed. Two digits of a year mean one of the past, and where people of an age are invited, the one
 * that makes them as old. What lies in the future is read, so that it can be refused by its name; undefined for no day.
 */
export function parseBirthDay(text: string, today: string, leastAge: number | null): string | undefined {
  const parts = partsOf(text)
  if (!parts) return undefined
  const on = (year: string): string => `${year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}`
  const latest = `${Number(today.slice(0, 4)) - (leastAge ?? 0)}${today.slice(4)}`
  const century = parts.year.length === 4 ? '' : on(`20${parts.year}`) <= latest ? '20' : '19'
  const day = on(`${century}${parts.year}`)
  return isDay(day) ? day : undefined
}

/** When an earlier dose was given: a day, or `5.2019`, `05/19` and `2019-05` where a pass has the month alone; undefined for neither. */
export function parseDoseDay(text: string, today: string): string | undefined {
  const whole = parseBirthDay(text, today, null)
  if (whole) return whole
  const [, isoYear, isoMonth] = /^(\d{4})-(\d{1,2})$/.exec(text.trim()) ?? []
  const [, month = isoMonth, year = isoYear] = /^(\d{1,2})\s*[./]\s*(\d{4}|\d{2})$/.exec(text.trim()) ?? []
  if (!month || !year) return undefined
  const full = (century: string): string => `${century}${year}-${month.padStart(2, '0')}`
  const read = year.length === 4 ? full('') : full('20') <= today.slice(0, 7) ? full('20') : full('19')
  return isDay(`${read}-01`) ? read : undefined
}
