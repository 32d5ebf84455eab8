import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { ok, type Result } from '../../shared/result.ts'
import { instantFromMs, msOf, type Clock, type Instant } from '../../shared/time.ts'
import type { Log } from '../log.ts'

/** Certificate with its chain, and its key; both PEM. */
export interface CertificateFiles {
  readonly certFile: string
  readonly keyFile: string
}

export interface ReadCertificate {
  readonly cert: string
  readonly key: string
  readonly expiresAt: Instant
}

/** What of certificate and key can be used for these host names now; a sentence for whatever cannot. */
export async function readCertificate({ certFile, keyFile }: CertificateFiles, hosts: readonly string[], now: Instant): Promise<Result<ReadCertificate, string>> {
  const [cert, key] = await Promise.all([certFile, keyFile].map(file => readFile(file, 'utf8').catch(() => null)))
  if (cert === null || cert === undefined) return refused(`TLS_CERT_FILE: ${certFile} ist für das Konto des Dienstes nicht zu lesen.`)
  if (key === null || key === undefined) return refused(`TLS_KEY_FILE: ${keyFile} ist für das Konto des Dienstes nicht zu lesen.`)
  const read = certificateIn(cert)
  if (!read) return refused(`TLS_CERT_FILE: In ${certFile} steht kein Zertifikat (PEM).`)
  if (!belongsTo(read, key)) return refused('TLS_KEY_FILE: Der Schlüssel gehört nicht zum Zertifikat, oder er hat ein Kennwort. Nehmen Sie den Schlüssel, mit dem es beantragt wurde.')
  const expiresAt = instantFromMs(Date.parse(read.validTo))
  if (msOf(expiresAt) <= msOf(now)) return refused(`Das Zertifikat ist am ${dayOf(expiresAt)} abgelaufen. Beantragen Sie ein neues und legen Sie es nach ${certFile}. Ein Dienst, der läuft, nimmt es innerhalb einer Minute; sonst starten Sie ihn.`)
  if (Date.parse(read.validFrom) > msOf(now)) return refused(`Das Zertifikat gilt erst ab dem ${dayOf(instantFromMs(Date.parse(read.validFrom)))}. Stimmt die Uhr dieses Rechners?`)
  const foreign = hosts.find(host => read.checkHost(host) === undefined)
  if (foreign !== undefined) return refused(`Das Zertifikat nennt ${foreign} nicht. Es muss alle Namen aus TOWN_HOSTS nennen.`)
  return ok({ cert, key, expiresAt })
}

const refused = (sentence: string): Result<never, string> => ({ ok: false, error: sentence })

const german = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'long' })
const dayOf = (instant: Instant): string => german.format(msOf(instant))

function certificateIn(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem)
  } catch {
    return null
  }
}

function belongsTo(certificate: X509Certificate, key: string): boolean {
  try {
    return certificate.checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}

/** The certificate that is in use, and what became of the last one that was put into its place. */
export interface Certificate {
  current(): ReadCertificate
  /** A newer file lies there and cannot be used: the former one goes on. */
  isRenewalRefused(): boolean
  /** Called with each one that takes over. */
  onRenewed(take: (renewed: ReadCertificate) => void): void
  /** Looks whether the files are others now. */
  look(): Promise<void>
  close(): void
}

/** Programs that renew certificates replace files, links or folders: whatever they do, the contents are others afterwards. */
const LOOKS_EVERY_MS = 60_000

export interface CertificateParts {
  readonly files: CertificateFiles
  readonly hosts: readonly string[]
  readonly clock: Clock
  readonly log: Log
}

/** Keeps to a certificate until a better one lies in its place; a sentence when there is none to begin with. */
export async function openCertificate({ files, hosts, clock, log }: CertificateParts): Promise<Result<Certificate, string>> {
  const first = await readCertificate(files, hosts, instantFromMs(clock.nowMs()))
  if (!first.ok) return first
  let now = first.value
  let refusedText: string | null = null
  const takers: ((renewed: ReadCertificate) => void)[] = []
  const look = async (): Promise<void> => {
    const text = await textOf(files)
    if (text === now.cert + now.key) {
      refusedText = null
      return
    }
    const read = await readCertificate(files, hosts, instantFromMs(clock.nowMs()))
    if (!read.ok) {
      // Looked at again every time: one that begins in five minutes is good in five minutes. Told once.
      if (text !== refusedText) log.error('tls.renewal-refused')
      refusedText = text
      return
    }
    refusedText = null
    now = read.value
    for (const take of takers) take(now)
    log.info('tls.renewed')
  }
  const timer = setInterval(() => void look(), LOOKS_EVERY_MS).unref()
  return ok({
    current: () => now, isRenewalRefused: () => refusedText !== null, look,
    onRenewed: take => void takers.push(take),
    close: () => clearInterval(timer),
  })
}

/** While one of two files is being written they do not belong together; the next look finds both. */
const textOf = async ({ certFile, keyFile }: CertificateFiles): Promise<string> =>
  (await Promise.all([certFile, keyFile].map(file => readFile(file, 'utf8').catch(() => '')))).join('')
