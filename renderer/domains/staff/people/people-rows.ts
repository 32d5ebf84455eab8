import { germanDay } from '../../../../shared/german-days.ts'
import type { Grant, Role } from '../../../../shared/actor.ts'
import type { Department, Staff } from '../../../../shared/domains/staff/tables.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import type { Sort } from '../../../ui/grid-rows.ts'

export type Presence = 'there' | 'leaving' | 'left'

export const presenceOf = ({ active, leavesAt }: Pick<Staff, 'active' | 'leavesAt'>): Presence => (!active ? 'left' : leavesAt ? 'leaving' : 'there')

/** The last German day of somebody who is leaving; the moment itself belongs to the next one. */
export const lastDayOf = ({ leavesAt }: Pick<Staff, 'leavesAt'>): string | null => (leavesAt ? germanDay(instantFromMs(msOf(leavesAt) - 1)) : null)

export interface PeopleFilter {
  readonly search: string
  /** Null: every department. */
  readonly departmentId: string | null
  /** Whether those who have left are among them. */
  readonly withLeft: boolean
}

export const EVERYBODY: PeopleFilter = { search: '', departmentId: null, withLeft: false }

/** In words: `Sachbearbeitung Ordnungsamt`. */
export const taskInWords = ({ role, departmentId }: Grant, departments: readonly Pick<Department, 'id' | 'name'>[], roleName: (role: Role) => string): string =>
  [roleName(role), departments.find(({ id }) => id === departmentId)?.name ?? (departmentId ?? '')].filter(part => part !== '').join(' ')

/** Whom a filter lets through, in the order that somebody chose. */
export function shownPeople(staff: readonly Staff[], filter: PeopleFilter, sort: Sort, inWords: (account: Staff) => string): readonly Staff[] {
  const wanted = filter.search.trim().toLowerCase()
  const found = staff.filter(account =>
    (filter.withLeft || account.active)
    && (filter.departmentId === null || account.grants.some(({ departmentId }) => departmentId === filter.departmentId))
    && (wanted === '' || [account.name, account.login, inWords(account)].some(text => text.toLowerCase().includes(wanted))))
  const key = (account: Staff): string => (sort.field === 'login' ? account.login : sort.field === 'tasks' ? inWords(account) : sort.field === 'presence' ? presenceOf(account) : account.name)
  const sign = sort.direction === 'asc' ? 1 : -1
  return found.toSorted((one, other) => sign * key(one).localeCompare(key(other), 'de'))
}
