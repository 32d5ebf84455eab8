import { useQuery } from '@tanstack/react-query'
import { grantsIn } from '../../shared/actor.ts'
import { TEAM } from '../../shared/domains/vaccinations/roles.ts'
import { isHealthScope } from '../../shared/scope.ts'
import { useCore, usePerson } from '../core-client/core-context.tsx'
import { PAGES, type DeskPage } from './pages.ts'

export interface OfferedPages {
  /** In the order of the navigation. */
  readonly pages: readonly DeskPage[]
  /** False until it is known whether pages about health data and about mass notices belong to them. */
  readonly isSettled: boolean
}

/**
 * The pages a person is offered. Those about health data are for whoever has a right of their own at a place of health: no other
 * desk holds one. Mass notices are for those whose departments send some, service ID cards
 * for those who hold some and for leads, who set up who gets them.
 */
export function usePages(): OfferedPages {
  const { queries } = useCore()
  const person = usePerson()
  const { data, isPending } = useQuery(queries.appointments.places.queryOptions())
  const notices = useQuery(queries.notices.kinds.queryOptions())
  const holdsHealth = data?.places.some(({ place: { scope } }) => isHealthScope(scope) && grantsIn(person, TEAM, scope).length > 0) ?? false
  const sendsNotices = (notices.data?.kinds.length ?? 0) > 0
  const cards = useQuery(queries['service-cards'].list.queryOptions())
  const holdsCards = (cards.data?.organisations.length ?? 0) > 0 || person.grants.some(({ role }) => role === 'lead')
  return { pages: PAGES.filter(page => page.isFor(person) && (!page.isHealth || holdsHealth) && (!page.isOfNotices || sendsNotices) && (!page.isOfCards || holdsCards)), isSettled: !isPending && !notices.isPending && !cards.isPending }
}
