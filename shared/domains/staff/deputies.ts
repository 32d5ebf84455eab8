import type { Actor, Grant, Role } from '../../actor.ts'
import { endOfGermanDay, germanDay, plusCalendarDays, startOfGermanDay } from '../../german-days.ts'
import type { DepartmentId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import type { Deputyship, Staff } from './tables.ts'

/** Whoever stands in does so for a leave or an illness, not for good: then rights are given. */
export const LONGEST_DEPUTYSHIP_DAYS = 366

/** Deputyships that are over stay in sight so long. */
const KEPT_DAYS = 90

/** Roles over cases; a lead may do all that a clerk may. */
const RANKS: Partial<Readonly<Record<Role, number>>> = { clerk: 1, lead: 2 }

/** Who names a deputy or ends a deputyship. Rights that were lent do not count: nobody lends on what is lent. */
type Arranging = Pick<Actor, 'personId' | 'grants'>

/** Whether a deputyship holds at a moment: from its first moment on, and no longer in that of its end. */
export const isActiveAt = ({ from, until }: Pick<Deputyship, 'from' | 'until'>, now: Instant): boolean => from <= now && now < until

/** Two German days, both included, as the moments between which somebody stands in. */
export function periodOf(firstDay: string, lastDay: string, now: Instant): Result<Pick<Deputyship, 'from' | 'until'>> {
  const today = germanDay(now)
  if (lastDay < firstDay || lastDay < today) return refuse('staff/deputy-period', { today })
  if (lastDay > plusCalendarDays(firstDay < today ? today : firstDay, LONGEST_DEPUTYSHIP_DAYS)) return refuse('staff/deputy-too-long', { days: LONGEST_DEPUTYSHIP_DAYS })
  return ok({ from: firstDay <= today ? now : startOfGermanDay(firstDay), until: instantFromMs(msOf(endOfGermanDay(lastDay)) + 1) })
}

/**
 * Whether the actor may let `deputy` stand in for `lender`: everybody for themself, with somebody of the same or a higher
 * role wherever they work; a lead within their team; an administrator for all, but never to their own gain.
 */
export function mayLend(actor: Arranging, lender: Staff, deputy: Staff): Result<null> {
  if (lender.personId === deputy.personId) return refuse('staff/own-deputy')
  if (!lender.active || !deputy.active) return refuse('staff/deputy-unfit', { name: lender.active ? deputy.name : lender.name })
  const isTheirs = actor.personId === lender.personId
  if (leads(actor, lender)) return worksWith(deputy, lender) ? ok(null) : refuse('staff/deputy-unfit', { name: deputy.name })
  if (isTheirs && covers(deputy, lender)) return ok(null)
  if (isAdministrator(actor) && deputy.personId !== actor.personId) return ok(null)
  return isTheirs ? refuse('staff/deputy-unfit', { name: deputy.name }) : refuse('commands/not-allowed')
}

/** Whether the actor may end a deputyship: both of the two, the lead of the one stood in for, an administrator. */
export const mayEnd = (actor: Arranging, lender: Staff, deputy: Staff): boolean =>
  actor.personId === lender.personId || actor.personId === deputy.personId || leads(actor, lender) || isAdministrator(actor)

const ownGrants = ({ grants }: Arranging): readonly Grant[] => grants.filter(({ viaPersonId }) => viaPersonId === null)
const isAdministrator = (actor: Arranging): boolean => ownGrants(actor).some(({ role }) => role === 'administrator')

/** Whether everything a person may do lies in departments that the actor leads. */
const leads = (actor: Arranging, person: Staff): boolean =>
  person.grants.length > 0 && person.grants.every(({ role, departmentId }) =>
    role in RANKS && ownGrants(actor).some(own => own.role === 'lead' && reaches(own.departmentId, departmentId)))

/** Town-wide reaches everywhere; a department reaches itself and nothing town-wide. */
const reaches = (own: DepartmentId | null, wanted: DepartmentId | null): boolean => own === null || own === wanted

/** Whether two people work on cases of a department in common. */
const worksWith = (one: Staff, other: Staff): boolean =>
  other.grants.some(({ departmentId }) => one.grants.some(grant => grant.role in RANKS && reaches(grant.departmentId, departmentId)))

/** Whether the deputy may by themself all that they would be lent. */
const covers = (deputy: Staff, lender: Staff): boolean =>
  lender.grants.every(wanted => deputy.grants.some(held => reaches(held.departmentId, wanted.departmentId) && isAtLeast(held.role, wanted.role)))

function isAtLeast(held: Role, wanted: Role): boolean {
  const rank = RANKS[wanted]
  return rank === undefined ? held === wanted : (RANKS[held] ?? 0) >= rank
}

/** The deputy's account with one deputyship more; refused where one for the same person covers part of the time. */
export function withDeputyship(deputy: Staff, added: Deputyship, now: Instant): Result<Staff> {
  const kept = deputy.deputyships.filter(({ until }) => msOf(now) - msOf(until) < KEPT_DAYS * 86_400_000)
  const overlaps = kept.some(({ forPersonId, from, until }) => forPersonId === added.forPersonId && from < added.until && added.from < until)
  return overlaps ? refuse('staff/deputy-already') : ok({ ...deputy, deputyships: [...kept, added] })
}

/** The deputy's account without what is left of a deputyship: one that has not begun is gone, one under way ends now. */
export function withoutDeputyship(deputy: Staff, ended: Pick<Deputyship, 'forPersonId' | 'from'>, now: Instant): Result<Staff> {
  const isIt = (one: Deputyship): boolean => one.forPersonId === ended.forPersonId && one.from === ended.from && one.until > now
  if (!deputy.deputyships.some(isIt)) return refuse('staff/deputy-over')
  const left = deputy.deputyships.flatMap(one => (!isIt(one) ? [one] : one.from < now ? [{ ...one, until: now }] : []))
  return ok({ ...deputy, deputyships: left })
}
