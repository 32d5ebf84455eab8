import type { SessionState } from '../../shared/contract/session.ts'
import type { Changed, InHand, Status } from '../../shared/contract/status.ts'
import { ok, refuse, type Refusal, type Result } from '../../shared/result.ts'
import { TABLE_NAMES } from '../../shared/tables.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import type { Presence } from '../../shared/wire/feed.ts'
import type { Cache } from './cache/open.ts'
import type { Soundness } from './cache/soundness.ts'
import type { AppointmentQueries } from './domains/appointments/queries.ts'
import type { Bulk } from './domains/applications/bulk.ts'
import type { ApplicationQueries } from './domains/applications/queries.ts'
import type { HallQueries } from './domains/halls/queries.ts'
import type { PeopleQueries } from './domains/people/queries.ts'
import type { AlertQueries } from './domains/alerts/queries.ts'
import type { MessageQueries } from './domains/messages/queries.ts'
import type { NoticeQueries } from './domains/notices/queries.ts'
import type { NoticeViews } from './domains/notices/views.ts'
import type { NoticeClockQueries } from './domains/notices/clock/queries.ts'
import type { CorrectionQueries } from './domains/notices/corrections/queries.ts'
import type { NoticeDeliveryQueries } from './domains/notices/deliveries/queries.ts'
import type { ObjectionQueries } from './domains/notices/objections/queries.ts'
import type { Imports } from './domains/notices/import/imports.ts'
import type { ServiceCardQueries } from './domains/service-cards/queries.ts'
import type { VaccinationQueries } from './domains/vaccinations/queries.ts'
import type { Tickets } from './domains/vaccinations/tickets.ts'
import type { ReportQueries } from './domains/reports/queries.ts'
import type { Network } from './network/network.ts'
import { observable, type Observable } from './observable.ts'
import type { Sync } from './sync/sync.ts'

/** An account's open cache with its sync and what may be asked of it. */
export interface OpenDesk {
  readonly cache: Cache
  readonly sync: Sync
  /** For what no desk holds and only the service can answer. */
  readonly network: Network
  readonly applications: ApplicationQueries
  readonly appointments: AppointmentQueries
  readonly halls: HallQueries
  readonly people: PeopleQueries
  readonly serviceCards: ServiceCardQueries
  readonly vaccinations: VaccinationQueries
  readonly alerts: AlertQueries
  readonly messages: MessageQueries
  readonly notices: NoticeQueries
  readonly noticeClock: NoticeClockQueries
  readonly noticeCorrections: CorrectionQueries
  readonly noticeObjections: ObjectionQueries
  readonly noticeDeliveries: NoticeDeliveryQueries
  readonly noticeViews: NoticeViews
  readonly imports: Imports
  readonly tickets: Tickets
  readonly reports: ReportQueries
  readonly bulk: Bulk
  readonly soundness: Soundness
  /** What must not be interrupted now. */
  inHand(): InHand
}

/** The desk as screens see it: what is open, and nothing while it is locked or nobody is signed in. */
export interface Desk {
  /** The open desk, or why there is none for a screen. */
  shown(): Result<OpenDesk>
  readonly status: Observable<Status>
  readonly changes: Observable<Changed>
  readonly present: Observable<readonly Presence[]>
  /** The open desk, shown or not. */
  readonly current: OpenDesk | null
  attach(open: OpenDesk): void
  /** Ends sync and closes the file. */
  detach(): Promise<void>
}

const NOTHING: Omit<Status, 'since'> = {
  connection: 'offline', outbox: { count: 0, oldestAt: null }, attention: 0, load: null, ready: false, lastSyncAt: null, clockAheadMinutes: 0, problem: null,
}

const REASONS = { 'signed-out': 'session/signed-out', 'signing-in': 'session/signed-out', locked: 'session/locked' } as const

export function createDesk(clock: Clock, session: () => SessionState): Desk {
  const nothing = (): Status => ({ ...NOTHING, since: instantFromMs(clock.nowMs()) })
  const status = observable(nothing())
  const changes = observable<Changed>({ tables: [], ids: [] })
  const present = observable<readonly Presence[]>([])
  let current: OpenDesk | null = null
  let leave: readonly (() => void)[] = []

  return {
    status, changes, present,
    get current() {
      return current
    },
    shown: () => {
      const { kind } = session()
      if (kind !== 'signed-in') return refuse(REASONS[kind])
      return current ? ok(current) : refuse('session/signed-out')
    },
    attach: open => {
      current = open
      const { sync, applications } = open
      const change = (changed: Changed): void => {
        applications.changed(changed.tables, changed.ids)
        changes.set(changed)
      }
      leave = [sync.status.subscribe(status.set), sync.changes.subscribe(change), sync.present.subscribe(present.set)]
      status.set(sync.status.value)
      changes.set({ tables: [...TABLE_NAMES], ids: [] })
    },
    detach: async () => {
      const open = current
      current = null
      for (const end of leave) end()
      leave = []
      open?.bulk.close()
      await Promise.all([open?.sync.close(), open?.applications.close(), open?.appointments.close(), open?.reports.close(), open?.soundness.close(), open?.imports.close()])
      open?.cache.close()
      status.set(nothing())
      present.set([])
    },
  }
}

/** Passes a value on, or throws what the refusal stands for where a contract entry has no place for one. */
export function orThrow<Value>(result: Result<Value>, toError: (refusal: Refusal) => Error): Value {
  if (result.ok) return result.value
  throw toError(result.error)
}
