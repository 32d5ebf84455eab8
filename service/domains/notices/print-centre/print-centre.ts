import { germanDayAt } from '../../../../shared/german-days.ts'
import type { Clock } from '../../../../shared/time.ts'
import { createCalls, type Calls } from './calls.ts'
import type { LetterForPost } from './letter-for-post.ts'
import { CalledBack, HandedInItems, KnownLetters, letterOnWire, TrackedLetters, type Issue, type KnownLetter } from './letter-on-wire.ts'
import type { PrintCentreAccess } from './print-centre-settings.ts'

/** What became of one letter of a call. */
export type HandedIn = { readonly kind: 'taken'; readonly letterId: string } | { readonly kind: 'refused'; readonly reason: string }

/** How far the print centre is with a letter. */
export interface LetterStatus {
  readonly letterId: string
  /** 1 accepted, 2 processed, 3 at the print centre, 4 dispatched, 99 failed for good. */
  readonly status: number
  /** The day on which it went to the post; null before, or where it does not say. */
  readonly postedDay: string | null
  readonly reason: string | null
}

/** How far the post is with a registered letter. */
export interface LetterTrack {
  readonly letterId: string
  readonly code: string
  /** The day since when, in Germany; null where it does not say. */
  readonly day: string | null
}

/** The E-POSTBUSINESS interface. Everything throws `PrintCentreFailed` where no answer can be relied on. */
export interface PrintCentre {
  /** One answer per letter, in their order. After a throw nobody knows: each has to be looked up. */
  handIn(letters: readonly LetterForPost[]): Promise<readonly HandedIn[]>
  /** The number of the letter with this name that is not refused; null where there is none. */
  lookUp(name: string): Promise<string | null>
  /** Of those that the print centre still knows. */
  statusesOf(letterIds: readonly string[]): Promise<readonly LetterStatus[]>
  /** Of the registered letters that were handed in from one day to another, `2026-11-22`, as far as the post says something of them. */
  tracksOf(fromDay: string, tillDay: string): Promise<readonly LetterTrack[]>
  /** Calls back those of these letters that still wait there; the numbers of those that are not there any more. */
  callBack(letterIds: readonly string[]): Promise<ReadonlySet<string>>
}

export interface PrintCentreParts {
  readonly access: PrintCentreAccess
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
}

const FAILED = 99

export function createPrintCentre({ access, fetch, clock }: PrintCentreParts): PrintCentre {
  const calls = createCalls({ access, fetch, clock })
  const statusesOf = async (letterIds: readonly string[]): Promise<readonly LetterStatus[]> => {
    const asked = new Set(letterIds)
    const known = await calls.ask('POST', '/Letter/StatusQuery?onlyIssues=false', letterIds.map(numberOf), KnownLetters)
    return known.filter(({ letterID }) => asked.has(letterID)).map(statusOf)
  }
  return {
    handIn: letters => handIn(calls, access, letters),
    lookUp: async name => {
      const known = await calls.ask('GET', `/Letter/Custom1?custom1=${encodeURIComponent(name)}`, null, KnownLetters)
      return known.find(letter => letter.custom1 === name && letter.statusID !== FAILED)?.letterID ?? null
    },
    statusesOf,
    tracksOf: async (fromDay, tillDay) => {
      const tracked = await calls.ask('GET', `/Letter/Registered?fromDate=${fromDay}&tillDate=${tillDay}&onlyOpen=false`, null, TrackedLetters)
      return tracked.flatMap(({ letterID, registeredLetterStatus: code, registeredLetterStatusDate: date }) => (code ? [{ letterId: letterID, code, day: dayOf(date) }] : []))
    },
    callBack: async letterIds => {
      await calls.ask('POST', '/Letter/CancelQueued', letterIds.map(numberOf), CalledBack)
      // It only says how many: an answer that was lost is made up for by asking which of them it still has.
      const kept = new Set((await statusesOf(letterIds)).filter(({ status }) => status !== FAILED).map(({ letterId }) => letterId))
      return new Set(letterIds.filter(id => !kept.has(id)))
    },
  }
}

const numberOf = (letterId: string): number | string => (/^\d{1,15}$/.test(letterId) ? Number(letterId) : letterId)

async function handIn(calls: Calls, access: PrintCentreAccess, letters: readonly LetterForPost[]): Promise<readonly HandedIn[]> {
  const answer = await calls.hand('/Letter', letters.map(letter => letterOnWire(letter, access.isTest)), HandedInItems)
  if (answer.kind === 'answered' && answer.value.length === letters.length) return answer.value.map(({ letterID, errorList }) => (letterID ? { kind: 'taken', letterId: letterID } : refused(errorList ?? [])))
  if (answer.kind === 'answered') throw calls.unclear()
  const [first] = letters
  if (letters.length === 1 && first) return [refused(answer.issues)]
  // One that is wrong must not keep back those beside it: the call was refused as a whole, so each goes alone.
  const each: HandedIn[] = []
  for (const letter of letters) each.push(...(await handIn(calls, access, [letter])))
  return each
}

const reasonOf = (issues: readonly Issue[]): string => issues.map(({ code, description }) => `${code} ${description ?? ''}`.trim()).join('; ').slice(0, 300)

const refused = (issues: readonly Issue[]): HandedIn => ({ kind: 'refused', reason: reasonOf(issues) })

const dayOf = (time: string | null | undefined): string | null => (time && !Number.isNaN(Date.parse(time)) ? germanDayAt(Date.parse(time)) : null)

/** The post takes a letter on the day that the interface names, in Germany. */
const statusOf = ({ letterID, statusID, printFeedbackDate, errorList }: KnownLetter): LetterStatus => ({
  letterId: letterID, status: statusID, postedDay: dayOf(printFeedbackDate),
  reason: errorList?.length ? reasonOf(errorList) : null,
})
