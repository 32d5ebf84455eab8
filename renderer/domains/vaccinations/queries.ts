import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { ShownAppointment } from '../../../shared/contract/appointments.ts'
import type { ShownVaccination, ShownVisit, SuspectedHarm } from '../../../shared/contract/vaccinations.ts'
import type { Batch, Recall, RecallContact, SideEffect, VaccinationRules, VaccinationSession, Vaccine } from '../../../shared/domains/vaccinations/tables.ts'
import type { RecallId, SessionId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'

export interface Catalogue {
  readonly vaccines: readonly Vaccine[]
  readonly batches: readonly Batch[]
  readonly rules: readonly VaccinationRules[]
}

/** Products, batches and rules; undefined until they have been read. */
export function useCatalogue(): Catalogue | undefined {
  const { queries } = useCore()
  return useQuery(queries.vaccinations.catalogue.queryOptions()).data
}

/** The sessions this desk holds, in order of time; undefined until they have been read. */
export function useVaccinationSessions(): readonly VaccinationSession[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.vaccinations.sessions.queryOptions()).data?.sessions
}

export interface SessionDay {
  readonly session: VaccinationSession | null
  readonly visits: readonly ShownVisit[]
  readonly vaccinations: readonly ShownVaccination[]
}

/** A session with everybody who is or was there; nothing is asked without one. */
export function useSessionDay(sessionId: SessionId | undefined): SessionDay | undefined {
  const { queries } = useCore()
  return useQuery(queries.vaccinations.session.queryOptions({ input: sessionId ? { sessionId } : skipToken })).data
}

/** Who has booked a time at the place of a session on its day, in order of time. */
export function useBooked(session: VaccinationSession): readonly ShownAppointment[] {
  const { queries } = useCore()
  const input = { placeId: session.placeId, fromDay: session.day, toDay: session.day }
  return useQuery({ ...queries.appointments.between.queryOptions({ input }), placeholderData: keepPreviousData }).data?.appointments ?? []
}

/** Suspicions of harm that this desk knows of. */
export const useSideEffects = (): readonly SideEffect[] => (useSuspectedHarm() ?? []).map(({ sideEffect }) => sideEffect)

/** Batches that were called back, the last one first; undefined until they have been read. */
export function useRecalls(): readonly Recall[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.vaccinations.recalls.queryOptions()).data?.recalls
}

/** How far the people of a recall have been told; undefined until it has been read. */
export function useRecallContacts(recallId: RecallId): readonly RecallContact[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.vaccinations['recall-contacts'].queryOptions({ input: { recallId } })).data?.contacts
}

/** Suspicions of harm, those whose time runs out first; undefined until they have been read. */
export function useSuspectedHarm(): readonly SuspectedHarm[] | undefined {
  const { queries } = useCore()
  return useQuery(queries.vaccinations['side-effects'].queryOptions()).data?.sideEffects
}
