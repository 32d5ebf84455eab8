import type { Actor } from '../../../../shared/actor.ts'
import type { CarriedVisit } from '../../../../shared/domains/vaccinations/ticket-payload.ts'
import type { SessionId, VisitId } from '../../../../shared/ids.ts'
import { refuse, type Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { getEffective } from '../../cache/rows.ts'
import { NONCE_BYTES, openTicket, sealTicket, type TicketIssuer } from './seal-ticket.ts'

/** The tickets by which people go from desk to desk without a connection between these. */
export interface Tickets {
  write(visitId: VisitId): Result<{ readonly text: string }>
  read(sessionId: SessionId, text: string): Result<{ readonly visit: CarriedVisit }>
}

interface Parts {
  readonly cache: { readonly db: Database }
  readonly actor: () => Pick<Actor, 'townId'>
  readonly random: (bytes: number) => Uint8Array
}

export function createTickets({ cache: { db }, actor, random }: Parts): Tickets {
  const issuer = (sessionId: SessionId): TicketIssuer | null => {
    const session = getEffective(db, 'vaccination_sessions', sessionId)
    return session ? { townId: actor().townId, session } : null
  }
  return {
    write: visitId => {
      const visit = getEffective(db, 'vaccination_visits', visitId)
      const of = visit && issuer(visit.sessionId)
      return of ? sealTicket(of, visit, random(NONCE_BYTES)) : refuse('commands/record-missing', { table: 'vaccination_visits' })
    },
    read: (sessionId, text) => {
      const of = issuer(sessionId)
      return of ? openTicket(of, text) : refuse('commands/record-missing', { table: 'vaccination_sessions' })
    },
  }
}
