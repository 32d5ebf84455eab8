import { useQuery } from '@tanstack/react-query'
import { grantsIn, type Role } from '../../../../shared/actor.ts'
import { isHealthScope } from '../../../../shared/scope.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'

/** The scopes of health data in which the person has one of these roles of their own. */
export function useHealthScopes(roles: readonly Role[]): readonly string[] {
  const { queries } = useCore()
  const person = usePerson()
  const places = useQuery(queries.appointments.places.queryOptions()).data?.places ?? []
  return [...new Set(places.map(({ place: { scope } }) => scope))].filter(scope => isHealthScope(scope) && grantsIn(person, roles, scope).length > 0)
}
