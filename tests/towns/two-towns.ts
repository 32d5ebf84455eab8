import { zstdDecompressSync } from 'node:zlib'
import type { InjectOptions } from 'fastify'
import { NO_FIT_CONNECT, type FitConnectSettings } from '../../service/fit-connect/fit-connect-settings.ts'
import { askedAbout, PHYSICIAN } from '../../service/http/testing.ts'
import { testDatabase } from '../../service/store/testing.ts'
import { testService, type TestService } from '../../service/testing.ts'
import { shareDatabase } from '../../service/towns/shared-database.ts'
import type { Change } from '../../shared/command.ts'
import { aTownsSettings } from '../../shared/domains/alerts/testing.ts'
import { aResource, aService } from '../../shared/domains/appointments/testing.ts'
import { aTemplate } from '../../shared/domains/letters/testing.ts'
import { aBatch, aBookedTime, aReadyVisit, aSession } from '../../shared/domains/vaccinations/testing.ts'
import { TownId } from '../../shared/ids.ts'

/**
 * Two towns in one database: in the `foreign` one is everything that the matrix of routes asks about, in the `own` one its staff and
 * nothing else. `alone` is the own one again, in a database in which nobody else ever was.
 */
export interface TwoTowns {
  readonly own: TestService
  readonly foreign: TestService
  readonly alone: TestService
  close(): Promise<void>
}

export const FOREIGN = TownId.parse('stendal')

export const DESTINATION = '0192a000-0000-4000-8000-0000000000d1'
/** The foreign town has a link to the portal of its state; nobody is asked by it, because it never begins. */
const LINKED: FitConnectSettings = {
  ...NO_FIT_CONNECT, fitConnectSubmissionUrl: 'https://portal.example/submission-api', fitConnectTokenUrl: 'https://portal.example/token', fitConnectClient: 'stendal', fitConnectSecret: 'secret', fitConnectDestinations: [DESTINATION],
}

/** Of further tables that commands read. */
const MORE: readonly Change[] = [
  { table: 'alert_settings', row: aTownsSettings() }, { table: 'letter_templates', row: aTemplate() }, { table: 'resources', row: aResource() }, { table: 'appointment_services', row: aService() },
  { table: 'appointments', row: aBookedTime() }, { table: 'vaccine_batches', row: aBatch() }, { table: 'vaccination_sessions', row: aSession() }, { table: 'vaccination_visits', row: aReadyVisit() },
]

export async function twoTowns(): Promise<TwoTowns> {
  const database = await testDatabase()
  const shared = shareDatabase(database)
  const foreign = await testService({ townId: FOREIGN, townName: 'Stendal', ...LINKED }, { database: shared.forTown(FOREIGN) })
  for (const changes of askedAbout(foreign.clock.nowMs())) await foreign.change(changes)
  await foreign.change(MORE)
  const own = await testService({}, { database: shared.forTown(TownId.parse('tangerhuette')), filled: 'staff' })
  const alone = await testService({}, { filled: 'staff' })
  for (const town of [own, foreign, alone]) await town.change([PHYSICIAN])
  return {
    own, foreign, alone,
    close: async () => {
      for (const service of [own, foreign, alone]) await service.close()
      await database.close()
    },
  }
}

export interface Told {
  readonly status: number
  readonly body: string
}

/** What is another one each time, whoever asks. */
const CHANGING = new Set(['deskSecret', 'serverId', 'datasetEpoch', 'epoch'])

function steady(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text, (key, value: unknown) => (CHANGING.has(key) ? undefined : value)))
  } catch {
    return text
  }
}

/** Status and body of an answer, without what differs from database to database. */
export async function told(service: TestService, request: InjectOptions, headers: Readonly<Record<string, string>>): Promise<Told> {
  const reply = await service.app.inject({ ...request, headers: { ...request.headers, ...headers } })
  if (request.payloadAsStream) {
    reply.stream().destroy()
    return { status: reply.statusCode, body: '' }
  }
  const packed = reply.headers['content-encoding'] === 'zstd' ? zstdDecompressSync(reply.rawPayload).toString('utf8') : undefined
  return { status: reply.statusCode, body: packed ?? steady(reply.body) }
}
