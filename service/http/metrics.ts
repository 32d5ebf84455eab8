import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { commandNamed } from '../../shared/commands.ts'
import type { TownId } from '../../shared/ids.ts'
import type { CommandAnswer } from '../../shared/wire/commands.ts'
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

/** Figures about one town's service, none about persons: routes without their ids, commands by name, deliveries by number. */
export function createMetrics(parts: { readonly db: Kysely<Schema>; readonly townId: TownId; readonly liveStreams: () => number; readonly process: boolean }): Metrics {
  const registers = [new Registry()]
  const [registry] = registers as [Registry]
  if (parts.process) collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'rathaus_http_request_seconds', help: 'Time from request to the end of the answer', registers,
    labelNames: ['method', 'route', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  })
  const commands = new Counter({ name: 'rathaus_commands_total', help: 'Commands by outcome', registers, labelNames: ['command', 'outcome', 'code'] })
  const deliveries = new Counter({ name: 'rathaus_deliveries_total', help: 'Attempts to deliver by outcome', registers, labelNames: ['kind', 'outcome'] })
  for (const gauge of gaugesOf(parts)) registry.registerMetric(gauge)
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
    text: () => registry.metrics(),
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
      const counts = await db
        .selectFrom('jobs').select(expression => ['state', expression.fn.countAll<number>().as('jobs')])
        .where('town_id', '=', townId).where('state', '<>', 'done').groupBy('state').execute()
      for (const state of ['waiting', 'failed']) this.set({ state }, counts.find(count => count.state === state)?.jobs ?? 0)
    },
  })
  return [streams, positions, jobs]
}
