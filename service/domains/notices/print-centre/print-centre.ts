import { germanDayAt } from '../../../../shared/german-days.ts'
import type { Clock } from '../../../../shared/time.ts'
import { createCalls, type Calls } from './calls.ts'
import type { LetterForPost } from './letter-for-post.ts'
import { HandedInItems, KnownLetters, letterOnWire, type Issue, type KnownLetter } from './letter-on-wire.ts'
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

/** The E-POSTBUSINESS interface. Everything throws `PrintCentreFailed` where no answer can be relied on. */
export interface PrintCentre {
  /** One answer per letter, in their order. After a throw nobody knows: each has to be looked up. */
  handIn(letters: readonly LetterForPost[]): Promise<readonly HandedIn[]>
  /** The number of the letter with this name that is not refused; null where there is none. */
  lookUp(name: string): Promise<string | null>
  /** Of those that the print centre still knows. */
  statusesOf(letterIds: readonly string[]): Promise<readonly LetterStatus[]>
}

export interface PrintCentreParts {
  readonly access: PrintCentreAccess
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
}

const FAILED = 99

export function createPrintCentre({ access, fetch, clock }: PrintCentreParts): PrintCentre {
  const calls = createCalls({ access, fetch, clock })
  return {
    handIn: letters => handIn(calls, access, letters),
    lookUp: async name => {
      const known = await calls.ask('GET', `/Letter/Custom1?custom1=${encodeURIComponent(name)}`, null, KnownLetters)
      return known.find(letter => letter.custom1 === name && letter.statusID !== FAILED)?.letterID ?? null
    },
    statusesOf: async letterIds => {
      const asked = new Set(letterIds)
      const known = await calls.ask('POST', '/Letter/StatusQuery?onlyIssues=false', letterIds.map(numberOf), KnownLetters)
      return known.filter(({ letterID }) => asked.has(letterID)).map(statusOf)
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

/** The post takes a letter on the day that the interface names, in Germany. */
const statusOf = ({ letterID, statusID, printFeedbackDate, errorList }: KnownLetter): LetterStatus => ({
  letterId: letterID, status: statusID, postedDay: printFeedbackDate && !Number.isNaN(Date.parse(printFeedbackDate)) ? germanDayAt(Date.parse(printFeedbackDate)) : null,
  reason: errorList?.length ? reasonOf(errorList) : null,
})
