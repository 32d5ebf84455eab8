import { createHash } from 'node:crypto'
import * as z from 'zod'
import { REGISTERED_WORDS } from '../../domains/notices/print-centre/registered-words.ts'

const Line = z.string().max(80)

/** A letter as it comes in; field names and their spelling are those of the interface. */
export const IncomingLetter = z.object({
  fileName: z.string().min(5).max(200),
  data: z.base64().min(1),
  isColor: z.boolean(),
  isDuplex: z.boolean(),
  addressLine1: Line.min(1),
  addressLine2: Line, addressLine3: Line, addressLine4: Line, addressLine5: Line,
  zipCode: z.string().max(20),
  city: Line.min(1),
  country: Line,
  senderAdressLineComplete: z.string().max(250).optional(),
  custom1: z.string().max(80).optional(),
  batchID: z.int().optional(),
  testFlag: z.boolean(),
  activateDuplicateFailsafe: z.boolean().default(false),
  registeredLetter: z.enum(Object.values(REGISTERED_WORDS)).optional(),
  plugInList: z.object({ UploadManagement: z.object({ dueDays: z.int().min(1).max(31) }).optional() }).optional(),
})
export type IncomingLetter = z.infer<typeof IncomingLetter>

/** A letter as the print centre has it. */
export interface KeptLetter {
  readonly letterID: number
  readonly letter: Omit<IncomingLetter, 'data'>
  readonly sha256: string
  readonly takenMs: number
  /** Only of the newest: the demo forgets the files of older ones. */
  readonly pdf: Uint8Array | null
  /** Waits until then, or until it is let go or cancelled; null: it does not. */
  readonly queuedUntilMs: number | null
  readonly problem: Problem | null
}

export interface Problem {
  readonly code: string
  readonly description: string
}

/** How long a letter stays in each state before the next, in milliseconds; a registered one takes as long as `dispatched` for each step after its posting. */
export interface Pace {
  readonly processed: number
  readonly atPrintCentre: number
  readonly dispatched: number
}

const MOST_BYTES = 20_000_000
const FAILSAFE_MS = 3_600_000
const DAY_MS = 86_400_000
/** Of so many letters the files are kept; of all others only what came with them. */
const MOST_FILES = 400

/** A4 to the hundredth of a point that the interface wants. */
const PAGE = /\/MediaBox\s*\[\s*0\s+0\s+(\d+(?:\.\d+)?)\s+(\d+(?:\.\d+)?)\s*\]/g
const WIDTH = 595.276
const HEIGHT = 841.89
const TOLERANCE = 0.003

/** The letters that have come in. */
export interface KeptLetters {
  take(incoming: IncomingLetter): { readonly letterID: number } | Problem
  all(): readonly KeptLetter[]
  byId(letterID: number): KeptLetter | undefined
  /** 1 accepted, 2 processed, 3 at the print centre, 4 dispatched, 99 failed. */
  statusOf(kept: KeptLetter): number
  /** When it was dispatched; null before. */
  dispatchedMs(kept: KeptLetter): number | null
  /** The post's code of a registered letter and since when; null where it has none. */
  trackOf(kept: KeptLetter): Track | null
  /** Takes letters back that wait in the queue; how many that were. */
  cancelQueued(ids: readonly number[]): number
  releaseQueued(ids: readonly number[]): number
}

export interface Track {
  readonly code: string
  readonly sinceMs: number
}

interface KeptParts {
  readonly nowMs: () => number
  readonly pace: Pace
  /** What turns out to be wrong with a letter only when it is to be printed. */
  readonly failsLater: (letter: IncomingLetter) => Problem | null
  /** With which code the way of a registered letter ends. */
  readonly endsWith: (letter: KeptLetter['letter']) => string
}

export function createKeptLetters({ nowMs, pace, failsLater, endsWith }: KeptParts): KeptLetters {
  const kept = new Map<number, KeptLetter>()
  const files: number[] = []
  let count = 100_000
  const statusOf = (letter: KeptLetter): number => {
    const age = nowMs() - begunMs(letter)
    if (age < pace.processed) return 1
    if (letter.problem) return 99
    if (age < pace.processed + pace.atPrintCentre) return 2
    return age < pace.processed + pace.atPrintCentre + pace.dispatched ? 3 : 4
  }
  const dispatchedMs = (letter: KeptLetter): number | null => (statusOf(letter) === 4 ? begunMs(letter) + pace.processed + pace.atPrintCentre + pace.dispatched : null)
  const ofQueue = (ids: readonly number[], change: (letter: KeptLetter) => void): number => {
    const queued = ids.flatMap(id => { const letter = kept.get(id); return letter && begunMs(letter) > nowMs() ? [letter] : [] })
    queued.forEach(change)
    return queued.length
  }
  return {
    take: incoming => {
      const pdf = Buffer.from(incoming.data, 'base64')
      const sha256 = createHash('sha256').update(pdf).digest('hex')
      const problem = refusalOf(incoming, pdf) ?? twinOf([...kept.values()], incoming, sha256, nowMs())
      if (problem) return problem
      const { data: _data, ...letter } = incoming
      const letterID = (count += 1)
      const dueDays = incoming.plugInList?.UploadManagement?.dueDays
      kept.set(letterID, { letterID, letter, sha256, takenMs: nowMs(), pdf, queuedUntilMs: dueDays === undefined ? null : nowMs() + dueDays * DAY_MS, problem: failsLater(incoming) })
      files.push(letterID)
      const oldest = files.length > MOST_FILES ? kept.get(files.shift() ?? 0) : undefined
      if (oldest) kept.set(oldest.letterID, { ...oldest, pdf: null })
      return { letterID }
    },
    all: () => [...kept.values()],
    byId: letterID => kept.get(letterID),
    statusOf,
    dispatchedMs,
    trackOf: letter => {
      const posted = dispatchedMs(letter)
      if (letter.letter.registeredLetter === undefined || posted === null) return null
      const steps = ['POSTED', 'IN_DELIVERY', endsWith(letter.letter)]
      const step = Math.min(Math.floor((nowMs() - posted) / pace.dispatched), steps.length - 1)
      return { code: steps[step] ?? 'NO_INFO', sinceMs: posted + step * pace.dispatched }
    },
    cancelQueued: ids => ofQueue(ids, ({ letterID }) => kept.delete(letterID)),
    releaseQueued: ids => ofQueue(ids, letter => kept.set(letter.letterID, { ...letter, queuedUntilMs: nowMs() })),
  }
}

/** From when on it is worked on. */
const begunMs = ({ takenMs, queuedUntilMs }: KeptLetter): number => queuedUntilMs ?? takenMs

/** What is wrong with a letter as it comes in; codes other than E324 and W208 are this simulator's own. */
function refusalOf({ country, zipCode, registeredLetter, senderAdressLineComplete }: IncomingLetter, pdf: Buffer): Problem | null {
  if (pdf.length > MOST_BYTES) return { code: 'E101', description: 'Die Datei ist größer als 20 MB.' }
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') return { code: 'E102', description: 'Die Datei ist kein PDF.' }
  const pages = [...pdf.toString('latin1').matchAll(PAGE)]
  if (pages.length === 0 || pages.some(([, width, height]) => Math.abs(Number(width) - WIDTH) > TOLERANCE || Math.abs(Number(height) - HEIGHT) > TOLERANCE))
    return { code: 'W208', description: 'Das Seitenformat ist nicht A4 (595,276 × 841,89 pt).' }
  if (registeredLetter?.endsWith('Rückschein') && !senderAdressLineComplete) return { code: 'E106', description: 'Ein Rückschein braucht eine Absenderanschrift.' }
  if (country === '' && !/^\d{5}$/.test(zipCode)) return { code: 'E103', description: 'Die Postleitzahl ist nicht gültig.' }
  return country === country.toLocaleUpperCase('de') ? null : { code: 'E104', description: 'Das Land muss in Großbuchstaben stehen.' }
}

function twinOf(kept: readonly KeptLetter[], { fileName, activateDuplicateFailsafe }: IncomingLetter, sha256: string, nowMs: number): Problem | null {
  const isTwin = activateDuplicateFailsafe && kept.some(letter => letter.sha256 === sha256 && letter.problem === null && nowMs - letter.takenMs < FAILSAFE_MS)
  if (isTwin) return { code: 'E324', description: 'Dieselbe Datei wurde in den letzten 60 Minuten schon eingeliefert.' }
  return kept.some(({ letter }) => letter.fileName === fileName) ? { code: 'E105', description: 'Der Dateiname ist schon vergeben.' } : null
}
