import { createHash } from 'node:crypto'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { Role } from '../shared/actor.ts'
import { UNMARKED } from '../shared/domains/applications/new-file.ts'
import type { Change } from '../shared/command.ts'
import { anApplication, aForm, aTownService } from '../shared/domains/applications/testing.ts'
import type { Staff } from '../shared/domains/staff/tables.ts'
import { AccountId, ApplicationId, AttachmentId, DepartmentId, derivedUuid, PersonId, ServiceId, TownId } from '../shared/ids.ts'
import { departmentScope, TOWN_SCOPE } from '../shared/scope.ts'
import { instantFromMs, type Clock, type Instant } from '../shared/time.ts'
import { createService, type Service } from './app.ts'
import { NO_WARNING_SOURCES } from './domains/alerts/incoming/warning-settings.ts'
import { NO_WAYS } from './domains/alerts/ways/way-settings.ts'
import { NO_ANCHORS } from './audit/audit-settings.ts'
import { NO_UPDATES } from './updates/update-settings.ts'
import { NO_FIT_CONNECT } from './fit-connect/fit-connect-settings.ts'
import { NO_GROUPS } from './identity/groups/group-settings.ts'
import { NO_PRINT_CENTRE } from './domains/notices/print-centre/print-centre-settings.ts'
import { systemClock } from './clock.ts'
import { API_AUDIENCE, createTokenVerifier } from './identity/tokens.ts'
import { keepBlob } from './http/blobs/blob-store.ts'
import { createLog } from './log.ts'
import type { Settings } from './settings.ts'
import { commitChanges } from './store/commit.ts'
import type { Database } from './store/database.ts'
import { testDatabase } from './store/testing.ts'
import { createTown } from './store/towns.ts'

export const TEST_TOWN = TownId.parse('tangerhuette')
const ISSUER = 'http://issuer.test'
const START_MS = Date.UTC(2026, 10, 22, 9, 0)

export const TEST_SETTINGS: Settings = {
  townId: TEST_TOWN, townName: 'Tangerhütte', referencePrefix: 'TGH', recoveryKey: `${'A'.repeat(43)}=`,
  host: '127.0.0.1', port: 0, publicUrl: null, databaseUrl: 'memory://', oidcIssuer: null, smtpUrl: null,
  mailFrom: 'rathaus@tangerhuette.example', demo: false, rows: 0, seed: 1, now: null, behindProxy: false,
  deskRequestsPerMinute: 1_000_000, publicRequestsPerMinute: 1_000_000, requestsAtOnce: 400, clamavUrl: null, metricsToken: null, claimsOffice: 'Die Behörde für Soziale Entschädigung.', signatureProvider: null, ...NO_WAYS, ...NO_WARNING_SOURCES, ...NO_PRINT_CENTRE, ...NO_FIT_CONNECT, ...NO_UPDATES, ...NO_GROUPS, ...NO_ANCHORS,
}

const ORDNUNG = DepartmentId.parse('ordnung')
const BAU = DepartmentId.parse('bau')

/** Who there is: login, role, department. */
export const TEST_STAFF = [
  { login: 'clerk.ordnung', role: 'clerk', departmentId: ORDNUNG },
  { login: 'lead.ordnung', role: 'lead', departmentId: ORDNUNG },
  { login: 'clerk.bau', role: 'clerk', departmentId: BAU },
  { login: 'officer', role: 'officer', departmentId: null },
  { login: 'administrator', role: 'administrator', departmentId: null },
  { login: 'protection', role: 'data-protection-officer', departmentId: null },
] as const satisfies readonly { readonly login: string; readonly role: Role; readonly departmentId: DepartmentId | null }[]

/** The application that lies in `ordnung`, and its attachment. */
export const TEST_APPLICATION = anApplication()
export const TEST_FILE = Buffer.from('%PDF-1.7 a small certificate of vaccination\n'.repeat(40_000))
export const TEST_ATTACHMENT = AttachmentId.parse(derivedUuid('test', 'attachment'))

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  move(ms: number): void
}

export interface TestService extends Service {
  readonly clock: TestClock
  /** Lines that went to the log. */
  readonly logged: readonly string[]
  /** An `authorization` header of somebody; `secondsAgo` makes an old one. */
  bearer(login: string, more?: { readonly audience?: string; readonly expiresIn?: number; readonly signedInSecondsAgo?: number }): Promise<{ readonly authorization: string }>
  /** Rows changed as by somebody's command; the position. */
  change(changes: readonly Change[]): Promise<number>
}

/** Where a service of a test has its rows, and what is in its town. */
interface TestTown {
  /** Of its own, if it is left out. */
  readonly database?: Database
  /** `staff`: departments and accounts, and nothing that anybody could ask for. */
  readonly filled?: 'whole' | 'staff'
}

/** A whole service over an embedded database with a small town; tokens come from an issuer of the test. */
export async function testService(settings: Partial<Settings> = {}, { database: given, filled = 'whole' }: TestTown = {}): Promise<TestService> {
  const database = given ?? (await testDatabase())
  const townId = settings.townId ?? TEST_TOWN
  await database.db.transaction().execute(trx => fillTown(trx, townId, filled))
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256', use: 'sig' }] }
  const clock = testClock()
  const logged: string[] = []
  const service = await createService({ ...TEST_SETTINGS, ...settings }, {
    database, clock,
    log: createLog({ write: line => void logged.push(line) }),
    verifier: createTokenVerifier({ issuer: ISSUER, audience: API_AUDIENCE, fetch, keys }),
  })
  return {
    ...service, clock, logged,
    bearer: async (login, { audience = API_AUDIENCE, expiresIn = 600, signedInSecondsAgo = 0 } = {}) => {
      const now = Math.floor(systemClock.nowMs() / 1000)
      const token = await new SignJWT({ preferred_username: login, auth_time: now - signedInSecondsAgo })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test' })
        .setIssuer(ISSUER).setAudience(audience).setSubject(login.toLowerCase()).setIssuedAt(now).setExpirationTime(now + expiresIn)
        .sign(privateKey)
      return { authorization: `Bearer ${token}` }
    },
    change: async changes => {
      const origin = { townId, actor: null, action: 'test', commandId: null, at: instantFromMs(clock.nowMs()) }
      return (await database.db.transaction().execute(trx => commitChanges(trx, origin, changes))).position
    },
  }
}

function testClock(): TestClock {
  let nowMs = START_MS
  return {
    nowMs: () => nowMs,
    move: ms => {
      nowMs += ms
    },
  }
}

export const accountOf = (login: string): AccountId => AccountId.parse(derivedUuid('test/account', login))

const staffRow = ({ login, role, departmentId }: (typeof TEST_STAFF)[number]): Staff => ({
  id: accountOf(login), scope: TOWN_SCOPE, version: 0, personId: PersonId.parse(derivedUuid('test/person', login)), login, name: login,
  grants: [{ role, departmentId }], deputyships: [], active: true, leavesAt: null,
})

/** An application of its own in a department. */
export const testApplication = (number: number, department: 'ordnung' | 'bau' = 'ordnung') =>
  anApplication({
    id: ApplicationId.parse(derivedUuid('test/application', String(number))), number, reference: `TGH-2026-${number}`,
    scope: departmentScope(DepartmentId.parse(department)), departmentId: DepartmentId.parse(department),
    serviceId: ServiceId.parse('dog-registration'),
  })

async function fillTown(db: Database['db'], townId: TownId, filled: 'whole' | 'staff'): Promise<void> {
  await createTown(db, { id: townId, name: 'Tangerhütte', reference_prefix: 'TGH', recovery_key: `${'A'.repeat(43)}=`, demo: false })
  const at = instantFromMs(START_MS)
  const origin = { townId, actor: null, action: 'test', commandId: null, at }
  await commitChanges(db, origin, [
    ...[ORDNUNG, BAU].map((id, position) => ({ table: 'departments', row: { id, scope: TOWN_SCOPE, version: 0, name: id, position, letterhead: null, closedAt: null } }) as const),
    ...TEST_STAFF.map(person => ({ table: 'staff', row: staffRow(person) }) as const),
    ...(filled === 'whole' ? await withApplication(db, townId, at) : []),
  ])
}

async function withApplication(db: Database['db'], townId: TownId, at: Instant): Promise<readonly Change[]> {
  const sha256 = createHash('sha256').update(TEST_FILE).digest('hex')
  await keepBlob(db, townId, { id: TEST_ATTACHMENT, bytes: TEST_FILE, sha256, at })
  const attachment = {
    id: TEST_ATTACHMENT, scope: TEST_APPLICATION.scope, version: 0, applicationId: TEST_APPLICATION.id, filename: 'impfung.pdf',
    mediaType: 'application/pdf', size: TEST_FILE.length, sha256, addedAt: at, kind: 'application' as const, ...UNMARKED,
  }
  return [{ table: 'services', row: aTownService() }, { table: 'forms', row: aForm() }, { table: 'applications', row: TEST_APPLICATION }, { table: 'attachments', row: attachment }]
}
