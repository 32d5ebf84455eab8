import * as z from 'zod'
import { plusCalendarDays, plusMonths } from '../german-days.ts'
import { ok, type Result } from '../result.ts'
import { isGtin, isPpn, isPzn, pznInGtin, pznInPpn } from './check-digits.ts'
import { bracketedFields, elementFields, envelopeFields, type FieldProblem, type Fields } from './gs1-fields.ts'
import { dependsOnLayout, GS, typedCode } from './scanner-typing.ts'

/** What a code on a box says; null for what it does not. One of `gtin` and `pzn` is always there. */
export interface BoxCode {
  readonly gtin: string | null
  /** Eight digits, from the code itself or from a GTIN that was made of it. */
  readonly pzn: string | null
  readonly lot: string | null
  /** The last day of the month where the code names the month alone. */
  readonly expiresOn: string | null
  readonly serial: string | null
}

/**
 * Why a code is refused. `separator-lost`: the scanner swallows what ends a field. `layout-unknown`: it may have typed Y for
 * Z, or a dash for a slash. `contradictory`: one field says two things. In each case a lot would have to be guessed, and a recall would miss people.
 */
export type BoxCodeProblem = FieldProblem | 'layout-unknown' | 'wrong-gtin' | 'wrong-pzn' | 'wrong-expiry' | 'wrong-lot' | 'no-product'

const MOST_LETTERS = 500
const refused = (problem: BoxCodeProblem): { readonly ok: false; readonly error: BoxCodeProblem } => ({ ok: false, error: problem })

/**
 * Reads what a scanner typed of the Data Matrix on a box: GS1 with its identifiers, the same in brackets as people read it,
 * or the code of German pharmacies (IFA, PPN). `today` decides the century. Whether something has expired is not its matter.
 */
export function readBoxCode(raw: string, today: string): Result<BoxCode, BoxCodeProblem> {
  if (raw.length > MOST_LETTERS) return refused('unreadable')
  const { text, isLayoutKnown } = typedCode(raw)
  const code = text.replace(/^\](?:d[12]|Q3|C1|e0)/, '')
  const envelope = /^\[\)>\u001E?0([56])\u001D?(.*?)\u001E?\u0004?$/s.exec(code)
  const read = envelope
    ? readEnvelope(envelope[1] ?? '', envelope[2] ?? '', today)
    : readGs1(code.startsWith('(') ? bracketedFields(code) : elementFields(code), today)
  return read.ok && !isLayoutKnown && dependsOnLayout(`${read.value.lot ?? ''}${read.value.serial ?? ''}`) ? refused('layout-unknown') : read
}

function readEnvelope(format: string, content: string, today: string): Result<BoxCode, BoxCodeProblem> {
  if (format === '5') return readGs1(elementFields(content), today)
  // A PPN alone is at most this long.
  if (!content.includes(GS) && content.length > 24) return refused('separator-lost')
  const read = envelopeFields(content)
  if (!read.ok) return read
  const ppn = read.value.get('9N')
  if (ppn !== undefined && !isPpn(ppn)) return refused('wrong-pzn')
  return boxCode({ gtin: read.value.get('8P'), pzn: ppn === undefined ? undefined : (pznInPpn(ppn) ?? undefined), lot: read.value.get('1T'), expiry: read.value.get('D'), serial: read.value.get('S') }, today)
}

const readGs1 = (read: Result<Fields, FieldProblem>, today: string): Result<BoxCode, BoxCodeProblem> =>
  (read.ok ? boxCode({ gtin: read.value.get('01'), pzn: read.value.get('710'), lot: read.value.get('10'), expiry: read.value.get('17'), serial: read.value.get('21') }, today) : read)

/** Letters that GS1 allows in lots and serial numbers (General Specifications, figure 7.11-1). */
const LOT = /^[!"%-?A-Z_a-z]{1,20}$/

type Said = Readonly<Record<'gtin' | 'pzn' | 'lot' | 'expiry' | 'serial', string | undefined>>

function boxCode({ gtin, pzn: said, lot, expiry, serial }: Said, today: string): Result<BoxCode, BoxCodeProblem> {
  if (gtin !== undefined && !isGtin(gtin)) return refused('wrong-gtin')
  const inGtin = gtin === undefined ? null : pznInGtin(gtin)
  const pzn = said ?? inGtin
  if (pzn !== null && !isPzn(pzn)) return refused('wrong-pzn')
  if (inGtin !== null && inGtin !== pzn) return refused('contradictory')
  if (gtin === undefined && pzn === null) return refused('no-product')
  if ([lot, serial].some(text => text !== undefined && !LOT.test(text))) return refused('wrong-lot')
  const expiresOn = expiry === undefined ? null : expiryOf(expiry, today)
  return expiry !== undefined && expiresOn === null ? refused('wrong-expiry') : ok({ gtin: gtin ?? null, pzn, lot: lot ?? null, expiresOn, serial: serial ?? null })
}

/** `270131`, `270100` for the month; null for no day. Years are those from 49 ago to 50 ahead (General Specifications, 7.12). */
function expiryOf(text: string, today: string): string | null {
  if (!/^\d{6}$/.test(text)) return null
  const [year, month, day] = [Number(text.slice(0, 2)), text.slice(2, 4), text.slice(4)]
  const thisYear = Number(today.slice(0, 4))
  const ahead = (year - (thisYear % 100) + 100) % 100
  const full = String(thisYear + (ahead > 50 ? ahead - 100 : ahead))
  const isWritten = z.iso.date().safeParse(`${full}-${month}-${day === '00' ? '01' : day}`).success
  if (!isWritten) return null
  return day === '00' ? plusCalendarDays(plusMonths(`${full}-${month}-01`, 1), -1) : `${full}-${month}-${day}`
}
