import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { CommandId } from '../ids.ts'
import { appointmentsContract } from './appointments.ts'
import { auditContract } from './audit.ts'
import { CommandAnswers, CommandBatch, CommandOutcome, TableNameOnWire } from './commands.ts'
import { FeedReply, LiveEvent, ScopeOnWire } from './feed.ts'
import { lettersContract } from './letters.ts'
import { noticePapersContract } from './notice-papers.ts'
import { noticesContract } from './notices.ts'
import { peopleContract } from './people.ts'
import { portalLinkContract } from './portal-link.ts'
import { privacyContract } from './privacy.ts'
import { protectionContract } from './protection.ts'
import { reportsContract } from './reports.ts'
import { serviceExchangeContract } from './service-exchange.ts'
import { DeviceFacts, staffContract } from './staff.ts'
import { townSetupContract } from './town-setup.ts'
import { serviceCardsContract } from './service-cards.ts'
import { SessionReply } from './session.ts'
import { alertsContract } from './alerts.ts'
import { vaccinationsContract } from './vaccinations.ts'

const Position = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER)

/**
 * What desks say to the service, under `/v1`. The snapshot (`GET /v1/snapshot`) and the blobs (`/v1/blobs/{id}`) are
 * streams and stand beside this contract in `streams.ts`.
 */
export const serviceContract = {
  session: {
    get: oc
      .route({ method: 'GET', path: '/session', tags: ['session'], summary: 'Who is signed in, rights, scopes and epochs' })
      .input(z.object({ desk: z.uuid(), ...DeviceFacts }))
      .output(SessionReply),
  },
  commands: {
    push: oc
      .route({ method: 'POST', path: '/commands', tags: ['commands'], summary: 'An ordered batch of commands, each answered' })
      .input(CommandBatch)
      .output(CommandAnswers),
    outcome: oc
      .route({ method: 'GET', path: '/commands/{id}', tags: ['commands'], summary: 'What became of a command' })
      .input(z.object({ id: CommandId }))
      .output(CommandOutcome),
  },
  feed: {
    pull: oc
      .route({ method: 'GET', path: '/feed', tags: ['feed'], summary: 'Changes of a scope in commit order' })
      .input(z.object({ scope: ScopeOnWire, after: Position }))
      .output(FeedReply),
    live: oc
      .route({ method: 'GET', path: '/live', tags: ['feed'], summary: 'Changes as they happen (server-sent events)' })
      .output(eventIterator(LiveEvent)),
  },
  presence: {
    put: oc
      .route({ method: 'PUT', path: '/presence', tags: ['presence'], summary: 'Where the person looks now; lives 30 s' })
      .input(z.object({ record: z.object({ table: TableNameOnWire, id: z.string().min(1).max(80) }).nullable() }))
      .output(z.object({})),
  },
  letters: lettersContract,
  notices: { ...noticesContract, ...noticePapersContract },
  people: peopleContract,
  privacy: privacyContract,
  audit: auditContract,
  protection: protectionContract,
  portalLink: portalLinkContract,
  reports: reportsContract,
  staff: staffContract,
  townSetup: townSetupContract,
  serviceExchange: serviceExchangeContract,
  appointments: appointmentsContract,
  vaccinations: vaccinationsContract,
  alerts: alertsContract,
  serviceCards: serviceCardsContract,
}
export type ServiceContract = typeof serviceContract
