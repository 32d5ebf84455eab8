import { useMutation } from '@tanstack/react-query'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import type { VisitId } from '../../../../shared/ids.ts'
import type { Refusal } from '../../../../shared/result.ts'
import { useCore } from '../../../core-client/core-context.tsx'

/** What became of a ticket that was scanned: the visit is known here now, or why not. */
export type TakenTicket = { readonly ok: true; readonly visitId: VisitId } | { readonly ok: false; readonly refusal: Pick<Refusal, 'code'> }

/** Reads a ticket at a station of a session and takes the visit over; `isTicketText` says what is one. */
export function useTakeTicket({ id: sessionId }: Pick<VaccinationSession, 'id'>): (text: string) => Promise<TakenTicket> {
  const { client } = useCore()
  const { mutateAsync } = useMutation({
    mutationFn: async (text: string): Promise<TakenTicket> => {
      const read = await client.vaccinations['read-ticket']({ sessionId, text })
      if (!read.ok) return { ok: false, refusal: read.error }
      const taken = await client.vaccinations['take-over']({ visit: read.value.visit })
      return taken.ok ? { ok: true, visitId: read.value.visit.id } : { ok: false, refusal: taken.error }
    },
  })
  return text => mutateAsync(text).catch((): TakenTicket => ({ ok: false, refusal: { code: 'request/unexpected' } }))
}
