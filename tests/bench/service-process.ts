// The service on a database that is already there, as a process of its own; every bearer token is a login. Says its address.
import { createService } from '../../service/app.ts'
import { NO_WARNING_SOURCES } from '../../service/domains/alerts/incoming/warning-settings.ts'
import { NO_ANCHORS } from '../../service/audit/audit-settings.ts'
import { NO_UPDATES } from '../../service/updates/update-settings.ts'
import { NO_FIT_CONNECT } from '../../service/fit-connect/fit-connect-settings.ts'
import { NO_GROUPS } from '../../service/identity/groups/group-settings.ts'
import { NO_PRINT_CENTRE } from '../../service/domains/notices/print-centre/print-centre-settings.ts'
import { NO_WAYS } from '../../service/domains/alerts/ways/way-settings.ts'
import { TEST_TOWN } from '../../service/store/testing.ts'
import { ok } from '../../shared/result.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: (event: string) => void process.stderr.write(`${event}\n`) }

const service = await createService({
  townId: TEST_TOWN, townName: 'Tangerhütte', referencePrefix: 'TGH', recoveryKey: `${'A'.repeat(43)}=`, host: '127.0.0.1', port: 0,
  publicUrl: null, databaseUrl: process.argv[2] ?? '', oidcIssuer: null, smtpUrl: null, mailFrom: 'rathaus@tangerhuette.example',
  demo: false, rows: 0, seed: 1, now: null, behindProxy: false, deskRequestsPerMinute: 1_000_000, publicRequestsPerMinute: 1_000_000, requestsAtOnce: 400, clamavUrl: null, metricsToken: null, claimsOffice: 'Die Behörde für Soziale Entschädigung.', signatureProvider: null, ...NO_WAYS, ...NO_WARNING_SOURCES, ...NO_PRINT_CENTRE, ...NO_FIT_CONNECT, ...NO_UPDATES, ...NO_GROUPS, ...NO_ANCHORS,
}, { log: quiet, verifier: { verify: async bearer => ok({ login: bearer, subject: bearer, authTime: 0, acr: null, grantId: null, issuedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER, groups: null }) } })
process.on('SIGTERM', () => void service.close().then(() => process.exit(0)))
process.stdout.write(`READY ${JSON.stringify({ url: await service.listen() })}\n`)
