import { parseArgs } from 'node:util'
import * as z from 'zod'
import { TownId } from '../shared/ids.ts'
import { Instant } from '../shared/time.ts'
import { trainingNameOf } from '../shared/training-town.ts'
import { WARNING_READERS, warningContradictions, type WarningSettings } from './domains/alerts/incoming/warning-settings.ts'
import { WAY_READERS, wayContradictions, type WaySettings } from './domains/alerts/ways/way-settings.ts'
import { PRINT_CENTRE_READERS, printCentreContradictions, type PrintCentreSettings } from './domains/notices/print-centre/print-centre-settings.ts'
import { AUDIT_READERS, type AuditSettings } from './audit/audit-settings.ts'
import { FIT_CONNECT_READERS, fitConnectContradictions, type FitConnectSettings } from './fit-connect/fit-connect-settings.ts'
import { GROUP_READERS, type GroupSettings } from './identity/groups/group-settings.ts'
import { CLAMAV_URL } from './scanning/clamav.ts'
import { TRAINING_READERS, trainingContradictions } from './training-settings.ts'
import { UPDATE_READERS, type UpdateSettings } from './updates/update-settings.ts'

export interface Settings extends WaySettings, WarningSettings, PrintCentreSettings, FitConnectSettings, UpdateSettings, AuditSettings, GroupSettings {
  readonly townId: TownId
  readonly townName: string
  /** Begins every reference number. */
  readonly referencePrefix: string
  /** X25519 public key of the town, raw, base64; a demo makes its own. */
  readonly recoveryKey: string | null
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** As browsers and desks reach the service, when that differs from host and port. */
  readonly publicUrl: string | null
  /** `postgres://…`, or a directory of the embedded database, or `memory://`. */
  readonly databaseUrl: string
  /** An issuer of one's own instead of the embedded sign-in. */
  readonly oidcIssuer: string | null
  /** Where e-mail goes; null: the demo's own sink, or nowhere. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly demo: boolean
  readonly rows: number
  readonly seed: number
  /** What the clock shows at start, for a demo on a day of one's choice. */
  readonly now: Instant | null
  readonly behindProxy: boolean
  readonly deskRequestsPerMinute: number
  readonly publicRequestsPerMinute: number
  /** Requests a process answers at the same time; what comes beyond is asked to come again. */
  readonly requestsAtOnce: number
  /** Who sends it may read `/metrics` from another machine; null: only this machine may. */
  readonly metricsToken: string | null
  /** Where ClamAV listens, `tcp://host:3310` or `unix:/path`; null: files are not looked at, and every screen says so. */
  readonly clamavUrl: string | null
  /** Where claims after harm by a vaccination are made, as a sentence on every certificate (§ 22 Abs. 3 Nr. 3 IfSG). */
  readonly claimsOffice: string
  /** Who makes qualified electronic signatures; null: whoever is responsible signs by hand. */
  readonly signatureProvider: 'simulator' | null
  /** A file with the departments and accounts of a town in which nobody is yet. */
  readonly firstPeopleFile?: string
}

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)
const httpUrl = z.url({ protocol: /^https?$/ }).transform(url => url.replace(/\/$/, ''))

/** Which authority it is differs from state to state. */
const ANY_CLAIMS_OFFICE = 'Der Antrag ist bei der Behörde für Soziale Entschädigung Ihres Bundeslandes zu stellen (früher: Versorgungsamt).'

/** Each setting: its names, how it reads, and the sentence when it does not. */
const READERS = {
  townId: { env: 'TOWN_ID', schema: TownId.default('tangerhuette' as TownId), wants: 'TOWN_ID muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen.' },
  townName: { env: 'TOWN_NAME', schema: z.string().min(1).max(120).default('Tangerhütte'), wants: 'TOWN_NAME muss der Name der Stadt sein, höchstens 120 Zeichen.' },
  referencePrefix: { env: 'REFERENCE_PREFIX', schema: z.string().regex(/^[A-Z]{2,6}$/).default('TGH'), wants: 'REFERENCE_PREFIX muss aus zwei bis sechs Großbuchstaben bestehen.' },
  recoveryKey: { env: 'RECOVERY_KEY', schema: z.string().regex(/^[A-Za-z0-9+/]{43}=$/).nullable().default(null), wants: 'RECOVERY_KEY muss ein öffentlicher X25519-Schlüssel sein (32 Bytes in Base64).' },
  host: { env: 'HOST', schema: z.string().min(1).max(200).default('127.0.0.1'), wants: 'HOST muss eine Adresse dieses Rechners sein, zum Beispiel 127.0.0.1.' },
  port: { env: 'PORT', flag: 'port', schema: whole(0, 65_535).default(0), wants: '--port (oder PORT) muss eine Zahl von 0 bis 65535 sein; 0 nimmt einen freien Port.' },
  publicUrl: { env: 'PUBLIC_URL', schema: httpUrl.nullable().default(null), wants: 'PUBLIC_URL muss mit http:// oder https:// beginnen.' },
  databaseUrl: { env: 'DATABASE_URL', flag: 'data', schema: z.string().min(1).max(1_000).nullable().default(null), wants: 'DATABASE_URL muss mit postgres:// beginnen; --data nennt statt dessen ein Verzeichnis.' },
  oidcIssuer: { env: 'OIDC_ISSUER', schema: z.url({ protocol: /^https?$/ }).nullable().default(null), wants: 'OIDC_ISSUER muss mit http:// oder https:// beginnen.' },
  smtpUrl: { env: 'SMTP_URL', schema: z.url({ protocol: /^smtps?$/ }).nullable().default(null), wants: 'SMTP_URL muss mit smtp:// oder smtps:// beginnen.' },
  mailFrom: { env: 'MAIL_FROM', schema: z.email().default('rathaus@tangerhuette.example'), wants: 'MAIL_FROM muss eine E-Mail-Adresse sein.' },
  rows: { flag: 'rows', schema: whole(0, 2_000_000).default(2_000), wants: '--rows muss eine Zahl von 0 bis 2000000 sein.' },
  seed: { flag: 'seed', schema: whole(0, 4_294_967_295).default(1), wants: '--seed muss eine Zahl ab 0 sein.' },
  now: { flag: 'now', schema: z.preprocess(completeInstant, Instant.nullable().default(null)), wants: '--now muss ein Zeitpunkt sein, zum Beispiel 2026-11-22T08:00:00Z.' },
  deskRequestsPerMinute: { env: 'DESK_REQUESTS_PER_MINUTE', schema: whole(10, 1_000_000).default(3_000), wants: 'DESK_REQUESTS_PER_MINUTE muss eine Zahl ab 10 sein.' },
  publicRequestsPerMinute: { env: 'PUBLIC_REQUESTS_PER_MINUTE', schema: whole(1, 1_000_000).nullable().default(null), wants: 'PUBLIC_REQUESTS_PER_MINUTE muss eine Zahl ab 1 sein.' },
  requestsAtOnce: { env: 'REQUESTS_AT_ONCE', schema: whole(10, 100_000).default(400), wants: 'REQUESTS_AT_ONCE muss eine Zahl ab 10 sein.' },
  clamavUrl: { env: 'CLAMAV_URL', schema: z.string().regex(CLAMAV_URL).nullable().default(null), wants: 'CLAMAV_URL muss wie tcp://rechner:3310 oder unix:/run/clamav/clamd.ctl aussehen.' },
  metricsToken: { env: 'METRICS_TOKEN', schema: z.string().regex(/^[\x21-\x7e]{24,200}$/).nullable().default(null), wants: 'METRICS_TOKEN muss aus 24 bis 200 Zeichen ohne Leerzeichen und Umlaute bestehen.' },
  claimsOffice: { env: 'CLAIMS_OFFICE', schema: z.string().min(10).max(400).default(ANY_CLAIMS_OFFICE), wants: 'CLAIMS_OFFICE muss ein Satz von 10 bis 400 Zeichen sein.' },
  signatureProvider: { env: 'SIGNATURE_PROVIDER', schema: z.enum(['simulator']).nullable().default(null), wants: 'SIGNATURE_PROVIDER kann nur simulator sein.' },
  ...WAY_READERS,
  ...WARNING_READERS,
  ...PRINT_CENTRE_READERS,
  ...FIT_CONNECT_READERS,
  ...UPDATE_READERS,
  ...GROUP_READERS,
  ...AUDIT_READERS,
  ...TRAINING_READERS,
} as const satisfies Record<string, { readonly env?: string; readonly flag?: string; readonly schema: z.ZodType; readonly wants: string }>

type Read = { readonly [Name in keyof typeof READERS]: z.output<(typeof READERS)[Name]['schema']> }

const FLAGS = {
  port: { type: 'string' }, data: { type: 'string' }, rows: { type: 'string' }, seed: { type: 'string' }, now: { type: 'string' },
  demo: { type: 'boolean' }, 'first-people': { type: 'string' },
} as const

export type ReadSettings = { readonly ok: true; readonly value: Settings } | { readonly ok: false; readonly problems: readonly string[] }

/** Settings from environment and flags (flags win); everything that is wrong is told at once. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, flags: readonly string[]): ReadSettings {
  const parsed = parseFlags(flags)
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] }
  const { values } = parsed
  const demo = values.demo ?? environment['DEMO'] === '1'
  const problems: string[] = []
  const read = Object.fromEntries(
    Object.entries(READERS).map(([name, reader]) => {
      const given = ('flag' in reader ? values[reader.flag] : undefined) ?? ('env' in reader ? environment[reader.env] : undefined)
      const result = reader.schema.safeParse(given === '' ? undefined : given)
      if (!result.success) problems.push(reader.wants)
      return [name, result.data]
    }),
  ) as Read
  if (problems.length === 0) problems.push(...contradictions(read, demo), ...trainingContradictions(read, demo, environment))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: completed(read, demo, environment, values['first-people']) }
}

function parseFlags(flags: readonly string[]) {
  try {
    return { ok: true as const, values: parseArgs({ args: [...flags], options: FLAGS }).values }
  } catch {
    const known = Object.keys(FLAGS).map(flag => `--${flag}`).join(', ')
    return { ok: false as const, problem: `Unbekannte oder unvollständige Option. Es gibt: ${known}.` }
  }
}

function contradictions(read: Read, demo: boolean): readonly string[] {
  if (demo) return [...wayContradictions(read), ...printCentreContradictions(read), ...fitConnectContradictions(read)]
  const { databaseUrl, recoveryKey, smtpUrl, now, signatureProvider } = read
  return [
    ...(databaseUrl ? [] : ['DATABASE_URL (oder --data) fehlt: Ohne --demo muss die Datenbank genannt werden.']),
    ...(recoveryKey ? [] : ['RECOVERY_KEY fehlt: Ohne ihn könnten ungesendete Vorgänge nicht gerettet werden.']),
    ...(smtpUrl ? [] : ['SMTP_URL fehlt: Ohne sie erfahren Bürgerinnen und Bürger nicht, dass etwas wartet.']),
    ...(now ? ['--now gilt nur mit --demo.'] : []),
    ...(signatureProvider ? ['SIGNATURE_PROVIDER=simulator gilt nur mit --demo: Was er macht, ist keine Signatur.'] : []),
    ...wayContradictions(read),
    ...warningContradictions(read),
    ...printCentreContradictions(read),
    ...fitConnectContradictions(read),
  ]
}

/** A demo's simulated citizens all come from one address. */
const PUBLIC_LIMIT = { demo: 6_000, town: 60 }

function completed(
  read: Read, demo: boolean, environment: Readonly<Record<string, string | undefined>>, firstPeopleFile: string | undefined,
): Settings {
  const { isTraining, ...rest } = read
  return {
    ...rest,
    townName: isTraining ? trainingNameOf(read.townName) : read.townName,
    demo,
    databaseUrl: read.databaseUrl ?? 'memory://',
    publicRequestsPerMinute: read.publicRequestsPerMinute ?? (demo ? PUBLIC_LIMIT.demo : PUBLIC_LIMIT.town),
    behindProxy: environment['BEHIND_PROXY'] === '1',
    ...(firstPeopleFile ? { firstPeopleFile } : {}),
  }
}

/** Any way of writing a moment reads as an instant in UTC. */
function completeInstant(text: unknown): unknown {
  return typeof text === 'string' && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : text
}
