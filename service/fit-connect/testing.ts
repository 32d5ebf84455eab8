import { randomUUID } from 'node:crypto'
import { onTestFinished } from 'vitest'
import type { JsonObject } from '../../shared/json.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { PortalLinkState } from '../../shared/wire/portal-link.ts'
import { startPortal, type PortalParts, type PortalSimulator } from '../demo/fit-connect/portal.ts'
import { createIntake } from '../intake/intake.ts'
import { createMailboxKeys } from '../intake/mailbox-keys.ts'
import { buildTown, TOWN_ID } from '../intake/testing.ts'
import type { Log } from '../log.ts'
import { NO_SCANNER, type Scanner } from '../scanning/scanner.ts'
import type { Database } from '../store/database.ts'
import { testDatabase } from '../store/testing.ts'
import { linkState } from './desk/link-state.ts'
import { NO_FIT_CONNECT } from './fit-connect-settings.ts'
import { openFitConnect, type FitConnect } from './open-fit-connect.ts'

export const TEST_SCHEMA = 'https://schema.fitko.de/fim/s00000114_1.1.schema.json'
export const TEST_IDENTIFIER = 'urn:de:fim:leika:leistung:99123456760610'
const KEY_BITS = 2_048

export const TEST_DESTINATION = '879ee109-a690-4db8-ab32-424284184d7d'
/** Settings of a link to a portal that nobody reaches. */
export const TEST_LINK = {
  fitConnectSubmissionUrl: 'https://portal.example/submission-api', fitConnectTokenUrl: 'https://portal.example/token', fitConnectClient: 'town', fitConnectSecret: 'secret', fitConnectDestinations: [TEST_DESTINATION],
}

export interface LinkedTown {
  readonly database: Database
  readonly portal: PortalSimulator
  readonly link: FitConnect
  readonly clock: { nowMs(): number; move(ms: number): void }
  /** What an administrator sees. */
  state(): Promise<PortalLinkState>
  /** The same town after its process began anew. */
  restarted(): FitConnect
  /** Every line of the log, as JSON. */
  readonly lines: readonly string[]
  close(): Promise<void>
}

type LinkParts = Partial<PortalParts> & { readonly scanner?: Scanner; readonly fetch?: typeof globalThis.fetch; readonly areKeysByHand?: boolean }

/** A linked town of a test's own, closed when the test is over. */
export async function townOfTest(parts: LinkParts = {}, open: () => Promise<Database> = testDatabase): Promise<LinkedTown> {
  const database = await open()
  onTestFinished(() => database.close())
  const linked = await linkedTown(database, parts)
  onTestFinished(() => linked.close())
  return linked
}

/** The same, where the form of the tests is known and the portal was asked once. */
export async function mappedTown(parts: LinkParts = {}): Promise<LinkedTown> {
  const linked = await townOfTest(parts)
  await mapSchema(linked.database)
  await linked.link.runDue()
  return linked
}

/** A town with one service that is linked to a portal of its own, whose keys are known there. */
export async function linkedTown(database: Database, parts: LinkParts = {}): Promise<LinkedTown> {
  let ms = Date.UTC(2026, 10, 23, 9, 0)
  const clock = { nowMs: () => ms, move: (by: number) => void (ms += by) }
  await buildTown(database)
  const portal = await startPortal({ nowMs: clock.nowMs, ...parts })
  const lines: string[] = []
  const say = (event: string, facts: object = {}): void => void lines.push(JSON.stringify({ event, ...facts }))
  const log: Log = { info: say, warn: say, error: say }
  const scanner = parts.scanner ?? NO_SCANNER
  const intake = createIntake({ database, townId: TOWN_ID, clock, mailboxKeys: createMailboxKeys(database), scanner })
  const { areKeysByHand = false } = parts
  const settings = { ...NO_FIT_CONNECT, ...portal.settings, ...(areKeysByHand ? { fitConnectDestinationUrl: null } : {}) }
  const openLink = (): FitConnect | null => openFitConnect(settings, { database, townId: TOWN_ID, townName: 'Stadt Tangerhütte', clock, log, fetch: parts.fetch ?? fetch, intake, scanner, backoffMs: () => 1_000, keyBits: KEY_BITS })
  const link = openLink()
  if (!link) throw new Error('the town is linked')
  return {
    database, portal, link, clock, lines,
    state: () => linkState({ db: database.db, townId: TOWN_ID, isLinked: true, areKeysByHand, destinations: link.destinations, now: instantFromMs(ms) }),
    restarted: () => openLink() ?? link,
    close: async () => {
      await link.stop()
      await portal.close()
    },
  }
}

/** What a call is made to. */
export const addressOf = (input: Parameters<typeof fetch>[0]): string => (input instanceof Request ? input.url : input.toString())

export const TEST_FIELDS = {
  'G1/F00000001': 'firstName', 'G1/F00000002': 'lastName', 'G1/F00000003': 'locality', 'G1/F00000004': 'email', 'G2/F00000005': 'dogName', 'G2/F00000006': 'bornOn', 'G2/F00000007': 'otherDogs', F00000008: 'isTruthful',
} as const

/** Says how the schema of the test becomes the dog's form. */
export async function mapSchema({ db }: Database, overrides: { readonly schemaUri?: string; readonly fields?: Readonly<Record<string, string>>; readonly serviceIdentifier?: string | null } = {}): Promise<void> {
  await db.insertInto('fit_connect_mappings').values({
    town_id: TOWN_ID, id: randomUUID(), schema_uri: overrides.schemaUri ?? TEST_SCHEMA, service_identifier: overrides.serviceIdentifier ?? null, service_id: 'dog-registration', form_version: 2, mapping_version: 1, state: 'active',
    labels: JSON.stringify({ G1: 'Person', 'G1/F00000001': 'Vorname', 'G1/F00000009': 'Familienstand', G2: 'Hund' }), fields: JSON.stringify(overrides.fields ?? TEST_FIELDS), fixed: '{}',
    tried_at: null, changed_at: instantFromMs(0), changed_by_name: 'Lars Behrends',
  }).execute()
}

/** The answers of a portal's form. */
export const fimData = (person: JsonObject = {}, dog: JsonObject = {}): JsonObject => ({
  G1: { F00000001: 'Änne', F00000002: 'Großkopf', F00000003: 'Lüderitz', F00000004: 'aenne@example.org', F00000009: 'verheiratet', ...person },
  G2: { F00000005: 'Bello', F00000006: '29.02.2024', F00000007: '2', ...dog },
  F00000008: true,
})

export const aForm = (data: JsonObject = fimData()) => ({ schemaUri: TEST_SCHEMA, serviceIdentifier: TEST_IDENTIFIER, data })
