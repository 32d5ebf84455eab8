import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { grantsIn } from '../../../../shared/actor.ts'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { PLANNERS } from '../../../../shared/domains/vaccinations/roles.ts'
import { isHealthScope } from '../../../../shared/scope.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'

export interface PlanningPlaces {
  /** Where this person plans; undefined until it is known. */
  readonly places: readonly FurnishedPlace[] | undefined
  readonly here: FurnishedPlace | undefined
  readonly choose: (placeId: string) => void
}

/** The places of health whose sessions a person plans; the first one until they choose. */
export function usePlanningPlaces(): PlanningPlaces {
  const { queries } = useCore()
  const person = usePerson()
  const all = useQuery(queries.appointments.places.queryOptions()).data?.places
  const [chosen, choose] = useState<string>()
  const places = all?.filter(({ place: { scope } }) => isHealthScope(scope) && grantsIn(person, PLANNERS, scope).length > 0)
  return { places, here: places?.find(({ place }) => place.id === chosen) ?? places?.[0], choose }
}
