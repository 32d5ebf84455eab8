import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** A machine on which the guide is followed. */
export interface Machine {
  /** What it is, for the report. */
  readonly called: string
  /** What runs here in a command's place; null for one that is left out. */
  adapted(command: string): string | null
  run(command: string): Promise<Ended>
  /** Once the town is there: the service runs when this ends. */
  serve(): Promise<void>
  /** A program of this project, as if it ran on a desk that reaches the machine and trusts its certificate. */
  runAtDesk(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended>
  /** The service's address, as a desk has it. */
  readonly address: string
  close(): Promise<void>
}

export interface Ended {
  readonly status: number
  /** Everything that it said. */
  readonly output: string
}

/** Not at one go: the mail server of the rehearsal answers meanwhile. */
export async function ended(program: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { status: child.exitCode ?? 1, output: `${said[0]}${said[1]}` }
}

/** Certificate and key for a host below a folder, where the guide expects them; the certificate's file. */
export function makeCertificate(folder: string, host: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'rathaus.pem')
  const args = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '60', '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`]
  execFileSync('openssl', [...args, '-keyout', join(folder, 'rathaus.key'), '-out', file], { stdio: 'ignore' })
  return file
}
