import { uuidV7 } from '../../shared/ids.ts'
import type { Clock } from '../../shared/time.ts'
import type { Cache } from './cache/open.ts'
import type { OpenDesk } from './desk.ts'
import { createAlertQueries } from './domains/alerts/queries.ts'
import { createBulk } from './domains/applications/bulk.ts'
import { createApplicationQueries } from './domains/applications/queries.ts'
import { createAppointmentQueries } from './domains/appointments/queries.ts'
import { createHallQueries } from './domains/halls/queries.ts'
import { createMessageQueries } from './domains/messages/queries.ts'
import { createNoticeClockQueries } from './domains/notices/clock/queries.ts'
import { createCorrectionQueries } from './domains/notices/corrections/queries.ts'
import { createNoticeDeliveryQueries } from './domains/notices/deliveries/queries.ts'
import { createImports } from './domains/notices/import/imports.ts'
import { createObjectionQueries } from './domains/notices/objections/queries.ts'
import { createNoticeQueries } from './domains/notices/queries.ts'
import { createNoticeViews } from './domains/notices/views.ts'
import { createPeopleQueries } from './domains/people/queries.ts'
import { createReportQueries } from './domains/reports/queries.ts'
import { createServiceCardQueries } from './domains/service-cards/queries.ts'
import { createVaccinationQueries } from './domains/vaccinations/queries.ts'
import { inHandAt } from './in-hand.ts'
import { createTickets } from './domains/vaccinations/tickets.ts'
import type { Sync } from './sync/sync.ts'

export interface DomainParts {
  readonly cache: Cache
  readonly clock: Clock
  readonly sync: Sync
  readonly random: (bytes: number) => Uint8Array
}

/** What each domain answers and does at a desk whose cache is open. */
export function createDomains({ cache, clock, sync, random }: DomainParts): Omit<OpenDesk, 'cache' | 'sync' | 'network' | 'soundness'> {
  const asking = { cache, now: () => clock.nowMs(), actor: () => sync.actor.value }
  const newId = (): string => uuidV7(clock.nowMs(), random(10))
  const applications = createApplicationQueries(asking)
  const [alerts, vaccinations] = [createAlertQueries(asking), createVaccinationQueries(asking)]
  return {
    applications,
    appointments: createAppointmentQueries(asking),
    halls: createHallQueries(asking),
    people: createPeopleQueries(asking),
    serviceCards: createServiceCardQueries({ ...asking, standing: () => sync.status.value }),
    vaccinations,
    alerts,
    inHand: () => inHandAt(clock.nowMs(), alerts.list(), vaccinations.sessions()),
    tickets: createTickets({ ...asking, random }),
    messages: createMessageQueries(asking),
    notices: createNoticeQueries(asking),
    noticeClock: createNoticeClockQueries(asking),
    noticeCorrections: createCorrectionQueries(asking),
    noticeObjections: createObjectionQueries(asking),
    noticeDeliveries: createNoticeDeliveryQueries(asking),
    noticeViews: createNoticeViews(asking),
    imports: createImports({ cache, clock, newId, submitWhole: sync.submitWhole }),
    bulk: createBulk({ db: cache.db, clock, status: sync.status, submitEach: sync.submitEach, numbersOf: applications.numbers, newId }),
    reports: createReportQueries(asking),
  }
}
