import type { Kysely } from 'kysely'
import { requestForgottenFrom, type RequestKind, type RequestOutcome } from '../../shared/domains/audit/requests.ts'
import type { TownId } from '../../shared/ids.ts'
import type { KnownPersonId } from '../../shared/wire/privacy.ts'
import type { Schema } from '../store/schema.ts'
import { written } from './exported-list.ts'

/** What somebody asked by the GDPR, as it is told to them. Who of the staff answered is left out. */
export interface PersonRequest {
  readonly kind: RequestKind
  readonly name: string
  readonly note: string
  readonly receivedOn: string
  readonly answeredOn: string | null
  readonly outcome: RequestOutcome | null
  readonly answer: string | null
  /** The first day on which it is forgotten; null while it is open. */
  readonly keptUntil: string | null
}

/** Requests that were put down for one of these: people, or a notice or an agreement of theirs. */
export async function personRequests(db: Kysely<Schema>, townId: TownId, ids: readonly KnownPersonId[]): Promise<readonly PersonRequest[]> {
  const rows = await db.selectFrom('privacy_requests').selectAll().where('town_id', '=', townId).where('person_id', 'in', ids).orderBy('received_on').orderBy('id').execute()
  return rows.map(({ kind, name, note, received_on: receivedOn, answered_on: answeredOn, outcome, answer }) =>
    ({ kind, name, note, receivedOn, answeredOn, outcome, answer, keptUntil: answeredOn && requestForgottenFrom(answeredOn) }))
}

const KINDS = { information: 'Auskunft', correction: 'Berichtigung', erasure: 'Löschung', restriction: 'Einschränkung', portability: 'Daten zum Mitnehmen', objection: 'Widerspruch' } as const satisfies Record<RequestKind, string>
const OUTCOMES = { granted: 'erfüllt', partly: 'teilweise erfüllt', refused: 'abgelehnt', withdrawn: 'zurückgenommen' } as const satisfies Record<RequestOutcome, string>

export const requestLine = ({ kind, note, receivedOn, answeredOn, outcome, answer }: PersonRequest): string =>
  [`${written(receivedOn)}: ${KINDS[kind]}${answeredOn && outcome ? `, ${OUTCOMES[outcome]} am ${written(answeredOn)}` : ', noch offen'}`, note, answer].filter(Boolean).join('\n')
