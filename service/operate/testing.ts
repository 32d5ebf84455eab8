import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { CertificateFiles } from './certificate.ts'

/** A certificate that vouches for itself, valid from now on for so many days. */
export function aCertificate(folder: string, { name, days, host }: { readonly name: string; readonly days: number; readonly host: string }): CertificateFiles {
  const files = { certFile: join(folder, `${name}.pem`), keyFile: join(folder, `${name}.key`) }
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  execFileSync('openssl', ['req', ...kind, '-days', String(days), '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', files.keyFile, '-out', files.certFile], { stdio: 'ignore' })
  return files
}
