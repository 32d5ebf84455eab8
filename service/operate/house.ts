import * as z from 'zod'
import { ok, type Result } from '../../shared/result.ts'
import type { Clock, Instant } from '../../shared/time.ts'
import type { Log } from '../log.ts'
import { openCertificate, type Certificate, type CertificateFiles } from './certificate.ts'
import { openDeliveryJournal, type DeliveryJournal } from './delivery-journal.ts'
import { freeBytes, POSTGRES_FOLDER } from './disk.ts'
import { PROGRAM_ROOT, rememberProgram } from './program-files.ts'

/** What a process has on its machine, whichever towns it serves. */
export interface HouseSettings {
  /** Null: a proxy in front has the certificate. */
  readonly tls: CertificateFiles | null
  /** Folder of the journal of deliveries; null: none is kept. */
  readonly journal: string | null
  /** Where the service keeps its files; null: nobody watches how much room is left. */
  readonly stateFolder: string | null
}

/** Settings of the process that no town's file may have. */
export const HOUSE_VARIABLES = ['TLS_CERT_FILE', 'TLS_KEY_FILE', 'DELIVERY_JOURNAL', 'STATE_DIRECTORY'] as const

const Path = z.string().startsWith('/').max(1_000)

export function readHouse(environment: Readonly<Record<string, string | undefined>>): Result<HouseSettings, readonly string[]> {
  const given = HOUSE_VARIABLES.flatMap(name => (environment[name] ? [[name, environment[name]] as const] : []))
  const wrong = given.filter(([, path]) => !Path.safeParse(path).success).map(([name]) => `${name} muss ein vollständiger Pfad sein, der mit / beginnt.`)
  const paths = Object.fromEntries(given)
  const [certFile, keyFile] = [paths['TLS_CERT_FILE'], paths['TLS_KEY_FILE']]
  if ((certFile === undefined) !== (keyFile === undefined)) wrong.push('TLS_CERT_FILE und TLS_KEY_FILE gehören zusammen: beide oder keines.')
  if (certFile !== undefined && environment['BEHIND_PROXY'] === '1') wrong.push('TLS_CERT_FILE und BEHIND_PROXY=1 schließen einander aus: Das Zertifikat hat der Dienst oder der Proxy davor.')
  if (certFile !== undefined && !environment['TOWNS_DIR']) wrong.push('TLS_CERT_FILE gilt nur mit TOWNS_DIR; sonst gehört das Zertifikat zu einem Proxy davor.')
  if (wrong.length > 0) return { ok: false, error: wrong }
  return ok({ tls: certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : null, journal: paths['DELIVERY_JOURNAL'] ?? null, stateFolder: paths['STATE_DIRECTORY'] ?? null })
}

/** Where backups lie unless somebody says otherwise; like PostgreSQL's folder often a disk of its own, which fills first. */
const BACKUP_FOLDER = '/var/backups/rathaus-service'

/** What is left where the least is left; null where nobody can tell. */
async function leastFree(folders: readonly (string | null)[]): Promise<number | null> {
  const free = await Promise.all(folders.filter(folder => folder !== null).map(folder => freeBytes(folder)))
  const known = free.filter(bytes => bytes !== null)
  return known.length > 0 ? Math.min(...known) : null
}

/** How the machine is. */
export interface HouseStanding {
  readonly certificate: { readonly expiresAt: Instant; readonly isRenewalRefused: boolean } | null
  readonly freeBytes: number | null
  readonly isProgramReplaced: boolean
}

export interface House {
  readonly certificate: Certificate | null
  readonly journal: DeliveryJournal | null
  standing(): Promise<HouseStanding>
  close(): void
}

export interface HouseParts {
  /** Of all towns. */
  readonly hosts: readonly string[]
  readonly clock: Clock
  readonly log: Log
}

/** Opens what the process has on its machine; a sentence when its certificate is of no use. */
export async function openHouse({ tls, journal, stateFolder }: HouseSettings, parts: HouseParts): Promise<Result<House, readonly string[]>> {
  const certificate = tls ? await openCertificate({ files: tls, ...parts }) : null
  if (certificate && !certificate.ok) return { ok: false, error: [certificate.error] }
  const isReplaced = await rememberProgram(PROGRAM_ROOT)
  const opened = certificate?.value ?? null
  return ok({
    certificate: opened,
    journal: journal === null ? null : openDeliveryJournal(journal),
    standing: async () => ({
      certificate: opened && { expiresAt: opened.current().expiresAt, isRenewalRefused: opened.isRenewalRefused() },
      freeBytes: await leastFree([stateFolder, journal, ...(stateFolder === null ? [] : [POSTGRES_FOLDER, BACKUP_FOLDER])]),
      isProgramReplaced: await isReplaced(),
    }),
    close: () => opened?.close(),
  })
}
