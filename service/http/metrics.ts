import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { commandNamed } from '../../shared/commands.ts'
import type { TownId } from '../../shared/ids.ts'
import { msOf } from '../../shared/time.ts'
import type { CommandAnswer } from '../../shared/wire/commands.ts'
import { backlog } from '../delivery/queue.ts'
import { lastTimes } from '../maintenance/maintenance.ts'
import type { House, HouseStanding } from '../operate/house.ts'
import { headOf } from '../store/feed.ts'
import type { Schema } from '../store/schema.ts'

export interface Metrics {
  /** Counts every request of this server; called once, before routes. */
  watch(app: FastifyInstance): void
  countCommand(name: string, answer: CommandAnswer): void
  countDelivery(attempt: { readonly kind: string; readonly outcome: string; readonly tookMs: number }): void
  /** The text that Prometheus reads. */
  text(): Promise<string>
  readonly contentType: string
}

/** Figures about the process, in a register of their own: several towns may share it. */
export function processFigures(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return registry
}

/** Figures about one town's service, with those of its process where `ofProcess` has them; none about persons: routes without their ids, commands by name, deliveries by number. */
export function createMetrics(parts: { readonly db: Kysely<Schema>; readonly townId: TownId; readonly liveStreams: () => number; readonly ofProcess: Registry | null; readonly house: House | null }): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  const durations = new Histogram({
    name: 'rathaus_http_request_seconds', help: 'Time from request to the end of the answer', registers,
    labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  })
  const commands = new Counter({ name: 'rathaus_commands_total', help: 'Commands by outcome', registers, labelNames: ['command', 'outcome', 'code'] })
  const deliveries = new Counter({ name: 'rathaus_deliveries_total', help: 'Attempts to deliver by outcome', registers, labelNames: ['kind', 'outcome'] })
  for (const gauge of [...gaugesOf(parts), ...gaugesOfHouse(parts)]) registry.registerMetric(gauge)
  return {
    watch: app => {
      app.addHook('onResponse', async (request, reply) => {
        durations.observe({ method: request.method, route: request.routeOptions.url ?? 'unknown', status: reply.statusCode }, reply.elapsedTime / 1000)
      })
    },
    countCommand: (name, answer) => {
      commands.inc({ command: commandNamed(name) ? name : 'unknown', outcome: answer.kind, code: answer.kind === 'refused' ? answer.code : '' })
    },
    countDelivery: ({ kind, outcome }) => deliveries.inc({ kind, outcome }),
    text: () => (parts.ofProcess ? Registry.merge([registry, parts.ofProcess]) : registry).metrics(),
    contentType: registry.contentType,
  }
}

/** Read when somebody asks for them. */
function gaugesOf({ db, townId, liveStreams }: { readonly db: Kysely<Schema>; readonly townId: TownId; readonly liveStreams: () => number }): readonly Gauge[] {
  const registers: Registry[] = []
  const streams = new Gauge({
    name: 'rathaus_live_streams', help: 'Desks listening now', registers,
    collect() {
      this.set(liveStreams())
    },
  })
  const positions = new Gauge({
    name: 'rathaus_feed_position', help: 'Newest position of the feed', registers, labelNames: ['town'],
    async collect() {
      this.set({ town: townId }, await headOf(db, townId))
    },
  })
  const jobs = new Gauge({
    name: 'rathaus_jobs', help: 'Deliveries by state, done ones left out', registers, labelNames: ['state'],
    async collect() {
      const { waiting, failed } = await backlog(db, townId)
      this.set({ state: 'waiting' }, waiting)
      this.set({ state: 'failed' }, failed)
    },
  })
  const oldest = new Gauge({
    name: 'rathaus_jobs_oldest_seconds', help: 'Since when the oldest delivery waits, in seconds since 1970; nothing where none waits', registers, labelNames: ['town'],
    async collect() {
      const { oldestAt } = await backlog(db, townId)
      this.reset()
      if (oldestAt !== null) this.set({ town: townId }, msOf(oldestAt) / 1000)
    },
  })
  const tasks = new Gauge({
    name: 'rathaus_maintenance_seconds', help: 'When each recurring task ended well last, in seconds since 1970', registers, labelNames: ['task'],
    async collect() {
      for (const { task, endedAt, outcome } of await lastTimes(db, townId)) if (outcome !== null) this.set({ task }, msOf(endedAt) / 1000)
    },
  })
  const audit = new Gauge({
    name: 'rathaus_audit_intact', help: '1 when the audit chain was intact at its last verification and fits the heads kept elsewhere, 0 when not', registers,
    async collect() {
      const said = (await lastTimes(db, townId)).filter(({ task, outcome }) => (task === 'audit' || task === 'anchor') && outcome !== null)
      if (said.length > 0) this.set(said.some(({ outcome }) => outcome?.startsWith('tampered')) ? 0 : 1)
    },
  })
  return [streams, positions, jobs, oldest, tasks, audit]
}

/** Of the machine; each says nothing where there is nothing to say, for example of a certificate behind a proxy. */
function gaugesOfHouse({ townId, house }: { readonly townId: TownId; readonly house: House | null }): readonly Gauge[] {
  const gauge = (name: string, help: string, valueIn: (standing: HouseStanding) => number | null): Gauge => new Gauge({
    name, help, registers: [], labelNames: ['town'],
    async collect() {
      const standing = await house?.standing()
      const value = standing ? valueIn(standing) : null
      if (value !== null) this.set({ town: townId }, value)
    },
  })
  return [
    gauge('rathaus_certificate_expires_seconds', 'When the certificate expires, in seconds since 1970', ({ certificate }) => certificate && msOf(certificate.expiresAt) / 1000),
    gauge('rathaus_certificate_renewal_refused', '1 when a newer certificate lies there that cannot be used', ({ certificate }) => certificate && Number(certificate.isRenewalRefused)),
    gauge('rathaus_disk_free_bytes', 'Free for the service where it keeps its files', ({ freeBytes }) => freeBytes),
    gauge('rathaus_program_replaced', '1 when the program on the disk is another one than the one that runs', ({ isProgramReplaced }) => Number(isProgramReplaced)),
  ]
}
