import { anApplication } from '../../../shared/domains/applications/testing.ts'
import type { Application } from '../../../shared/domains/applications/tables.ts'
import { aStaffAccount } from '../../../shared/domains/staff/testing.ts'
import type { Role } from '../../../shared/actor.ts'
import type { Change } from '../../../shared/command.ts'
import { AccountId, ApplicationId, CommandId, DepartmentId, PersonId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import { isTownRole } from '../../../shared/domains/staff/grants.ts'
import { departmentScope } from '../../../shared/scope.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { createService, type Service } from '../../../service/app.ts'
import { NO_WARNING_SOURCES } from '../../../service/domains/alerts/incoming/warning-settings.ts'
import { NO_ANCHORS } from '../../../service/audit/audit-settings.ts'
import { NO_UPDATES } from '../../../service/updates/update-settings.ts'
import { NO_FIT_CONNECT } from '../../../service/fit-connect/fit-connect-settings.ts'
import { NO_GROUPS } from '../../../service/identity/groups/group-settings.ts'
import { NO_PRINT_CENTRE } from '../../../service/domains/notices/print-centre/print-centre-settings.ts'
import { NO_WAYS } from '../../../service/domains/alerts/ways/way-settings.ts'
import { nextReceiptNumber } from '../../../service/intake/receipt-number.ts'
import { commitChanges } from '../../../service/store/commit.ts'
import type { Database } from '../../../service/store/database.ts'
import { loadChildren, loadRecords } from '../../../service/store/records.ts'
import { addTestTown, anOrigin, TEST_TOWN, testDatabase } from '../../../service/store/testing.ts'
import type { House } from '../../../service/operate/house.ts'
import type { Settings } from '../../../service/settings.ts'

const SETTINGS: Settings = {
  townId: TEST_TOWN, townName: 'Tangerhütte', referencePrefix: 'TGH', recoveryKey: `${'A'.repeat(43)}=`, host: '127.0.0.1', port: 0,
  publicUrl: null, databaseUrl: 'memory://', oidcIssuer: null, smtpUrl: null, mailFrom: 'rathaus@tangerhuette.example',
  demo: false, rows: 0, seed: 1, now: null, behindProxy: false, deskRequestsPerMinute: 1_000_000, publicRequestsPerMinute: 1_000_000,
  requestsAtOnce: 400, clamavUrl: null, metricsToken: null, claimsOffice: 'Die Behörde für Soziale Entschädigung.', signatureProvider: null, ...NO_WAYS, ...NO_WARNING_SOURCES, ...NO_PRINT_CENTRE, ...NO_FIT_CONNECT, ...NO_UPDATES, ...NO_GROUPS, ...NO_ANCHORS,
}

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** People of the test town; a bearer token is simply a login. */
const STAFF: readonly (readonly [login: string, digit: string, role: Role])[] = [
  ['anna', '1', 'clerk'], ['bernd', '2', 'clerk'], ['carla', '3', 'lead'],
]

export interface TestTown {
  readonly service: Service
  readonly url: string
  readonly database: Database
  /** Adds applications; their ids. */
  receive(count: number): Promise<readonly ApplicationId[]>
  change(changes: readonly Change[]): Promise<void>
  /** Sets what an account may; null takes all rights in the department away. */
  grant(login: string, role: Role | null): Promise<void>
  /** The service's rows of these cases and all that belongs to them. */
  rows(cases: readonly ApplicationId[]): Promise<readonly Change[]>
  /** How each command was answered, as the service keeps it. */
  answers(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Commands with more than one effect in the audit log. */
  doubled(): Promise<readonly string[]>
  close(): Promise<void>
}

export const personOf = (login: string): PersonId => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digitOf(login)}`)
const digitOf = (login: string): string => STAFF.find(([name]) => name === login)?.[1] ?? '9'

const accountRow = (login: string, role: Role | null) => aStaffAccount({
  id: AccountId.parse(`0192a000-0000-7000-8000-0000000000b${digitOf(login)}`), personId: personOf(login), login, name: login,
  grants: role ? [{ role, departmentId: isTownRole(role) ? null : DepartmentId.parse('ordnung') }] : [],
})

interface TownWish {
  readonly database?: Database
  readonly isEmpty?: boolean
  readonly clamavUrl?: string | null
  readonly smtpUrl?: string | null
  readonly house?: House
}

/** The real service on a port of its own, with one department, three people and as many applications as asked for. */
export async function startTown({ database: given, isEmpty = !given, clamavUrl = null, smtpUrl = null, house }: TownWish = {}): Promise<TestTown> {
  const database = given ?? (await testDatabase())
  if (isEmpty) {
    await addTestTown(database)
    await commit(database, STAFF.map(([login, , role]) => ({ table: 'staff', row: accountRow(login, role) })))
  }
  const service = await createService({ ...SETTINGS, clamavUrl, smtpUrl }, { database, log: SILENT, ...(house ? { house } : {}), verifier: { verify: async bearer => ok({ login: bearer, subject: bearer, authTime: 0, acr: null, grantId: null, issuedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER, groups: null }) } })
  const url = await service.listen()
  return {
    service, url, database,
    receive: count => database.db.transaction().execute(async trx => {
      const rows: Application[] = []
      for (let left = count; left > 0; left--) rows.push(applicationRow(await nextReceiptNumber(trx, TEST_TOWN)))
      await commitChanges(trx, anOrigin({ at: instantFromMs(Date.now()) }), rows.map(row => ({ table: 'applications', row })))
      return rows.map(({ id }) => id)
    }),
    change: changes => commit(database, changes),
    grant: (login, role) => commit(database, [{ table: 'staff', row: accountRow(login, role) }]),
    rows: cases => rowsOf(database, cases),
    answers: async ids => {
      if (ids.length === 0) return new Map()
      const kept = await database.db.selectFrom('commands').select(['id', 'answer']).where('id', 'in', ids.map(id => CommandId.parse(id))).execute()
      return new Map(kept.map(({ id, answer }) => [id, (answer as { kind: string }).kind]))
    },
    doubled: () => doubledIn(database),
    close: () => service.close(),
  }
}

const applicationRow = (number: number): Application => anApplication({
  id: ApplicationId.parse(`0192a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`), number, reference: `TGH-2026-${number}`, version: 0,
  scope: departmentScope(DepartmentId.parse('ordnung')),
})

async function commit({ db }: Database, changes: readonly Change[]): Promise<void> {
  await db.transaction().execute(async trx => void (await commitChanges(trx, anOrigin({ at: instantFromMs(Date.now()) }), changes)))
}

async function rowsOf({ db }: Database, cases: readonly ApplicationId[]): Promise<readonly Change[]> {
  const refs = cases.map(id => ({ table: 'applications' as const, id }))
  const applications = [...(await loadRecords(db, TEST_TOWN, refs, false)).values()].map(row => ({ table: 'applications', row }) as Change)
  const children = await loadChildren(db, TEST_TOWN, cases)
  return [...applications, ...(children as Change[])]
}

async function doubledIn({ db }: Database): Promise<readonly string[]> {
  const entries = await db.selectFrom('audit_log').select('entry').execute()
  const ids = entries.map(({ entry }) => (JSON.parse(entry) as { commandId?: string | null }).commandId).filter(id => typeof id === 'string')
  return ids.filter((id, index) => ids.indexOf(id) !== index)
}
