import { mayEnd, mayLend } from '../../../shared/domains/staff/deputies.ts'
import type { Staff } from '../../../shared/domains/staff/tables.ts'
import type { SignedInPerson } from '../../../shared/contract/session.ts'
import type { Instant } from '../../../shared/time.ts'

export type Standing = 'running' | 'planned' | 'over'

/** One deputyship as a line of the list. */
export interface DeputyLine {
  readonly key: string
  /** An account of the one stood in for; null where nobody has one any more. */
  readonly lender: Staff | null
  readonly deputy: Staff
  readonly from: Instant
  readonly until: Instant
  readonly standing: Standing
  /** Whether the person signed in is one of the two. */
  readonly isMine: boolean
  readonly mayEnd: boolean
}

const ORDER: readonly Standing[] = ['running', 'planned', 'over']

/** Everybody who stands in for somebody: what runs first, then what is planned, then what is over; the person's own first in each. */
export function deputyLines(staff: readonly Staff[], person: SignedInPerson, now: Instant): readonly DeputyLine[] {
  const lines = staff.flatMap(deputy => deputy.deputyships.map(({ forPersonId, from, until }): DeputyLine => {
    const lender = staff.find(({ personId }) => personId === forPersonId) ?? null
    const standing = until <= now ? 'over' : from <= now ? 'running' : 'planned'
    return {
      key: `${deputy.id}/${forPersonId}/${from}`, lender, deputy, from, until, standing,
      isMine: forPersonId === person.personId || deputy.personId === person.personId,
      mayEnd: standing !== 'over' && lender !== null && mayEnd(person, lender, deputy),
    }
  }))
  const rank = ({ standing, isMine }: DeputyLine): number => ORDER.indexOf(standing) * 2 + (isMine ? 0 : 1)
  return lines.toSorted((one, other) => rank(one) - rank(other) || (one.from < other.from ? -1 : 1))
}

/** An account as the person it belongs to: with what all of their accounts may together, for that is what they lend. */
const asPerson = (staff: readonly Staff[], account: Staff): Staff => ({
  ...account, grants: staff.filter(({ personId, active }) => active && personId === account.personId).flatMap(({ grants }) => grants),
})

/** Who may stand in for somebody, as far as the person signed in may arrange it. */
export const fitDeputies = (staff: readonly Staff[], person: SignedInPerson, lender: Staff): readonly Staff[] =>
  staff.filter(deputy => mayLend(person, asPerson(staff, lender), deputy).ok)

/** For whom the person signed in may name a deputy: themself first, one account for each person. */
export function lendersFor(staff: readonly Staff[], person: SignedInPerson): readonly Staff[] {
  const people = [...new Map(staff.filter(({ active }) => active).toReversed().map(account => [account.personId, account])).values()].toReversed()
  const own = staff.find(({ id }) => id === person.accountId)
  const others = people.filter(account => account.personId !== person.personId && fitDeputies(staff, person, account).length > 0)
  return own ? [own, ...others] : others
}
