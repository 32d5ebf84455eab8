import * as z from 'zod'
import { plusMonths, shiftedToWorkingDay } from '../../german-days.ts'

/** What a citizen may ask by the GDPR: Art. 15, 16, 17, 18, 20 and 21. */
export const REQUEST_KINDS = ['information', 'correction', 'erasure', 'restriction', 'portability', 'objection'] as const
export const RequestKind = z.enum(REQUEST_KINDS)
export type RequestKind = z.infer<typeof RequestKind>

export const REQUEST_OUTCOMES = ['granted', 'partly', 'refused', 'withdrawn'] as const
export const RequestOutcome = z.enum(REQUEST_OUTCOMES)
export type RequestOutcome = z.infer<typeof RequestOutcome>

interface RequestLaw {
  /** The first day on which a request that came in falls under it. */
  readonly from: string
  /** Months until the answer, and how many more where it is extended once (Art. 12 (3) GDPR). */
  readonly months: number
  readonly furtherMonths: number
  /** Kept so many years after the end of the year in which it was answered; to be set by the town. */
  readonly keptYears: number
}

/** The newest first. */
const REQUEST_LAWS: readonly RequestLaw[] = [{ from: '2018-05-25', months: 1, furtherMonths: 2, keptYears: 3 }]

const lawOn = (day: string): RequestLaw => {
  const law = REQUEST_LAWS.find(({ from }) => from <= day) ?? REQUEST_LAWS.at(-1)
  if (!law) throw new Error('no law for requests')
  return law
}

/** The day by which a request that came in on `receivedOn` is answered; where it is no day of work, the next one (Regulation 1182/71, Art. 3 (4)). */
export const requestDue = (receivedOn: string): string => shiftedToWorkingDay(plusMonths(receivedOn, lawOn(receivedOn).months))

/** The same where it was extended. */
export function extendedDue(receivedOn: string): string {
  const { months, furtherMonths } = lawOn(receivedOn)
  return shiftedToWorkingDay(plusMonths(receivedOn, months + furtherMonths))
}

/** The first day on which an answered request is forgotten. */
export const requestForgottenFrom = (answeredOn: string): string => `${Number(answeredOn.slice(0, 4)) + lawOn(answeredOn).keptYears + 1}-01-01`
