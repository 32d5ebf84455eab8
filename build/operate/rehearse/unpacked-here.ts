import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../test-run/postgres.ts'
import { ended, makeCertificate, type Machine } from './machine.ts'

/** This machine: the package is unpacked into a folder instead of installed, a PostgreSQL of its own stands in for Debian's, and the service is started as its unit starts it. */
export async function unpackedHere(packageFile: string, smtpUrl: string): Promise<Machine> {
  const postgres = await startPostgres()
  if (!postgres) throw new Error('PostgreSQL is not installed on this machine')
  const root = mkdtempSync(join(tmpdir(), 'rathaus-install-'))
  const certificate = makeCertificate(join(root, 'root'), 'localhost')
  const environment = { ...process.env, RATHAUS_ROOT: root, ADMIN_DATABASE_URL: postgres.url }
  const program = join(root, 'usr/bin/rathaus-service')
  const adapted = (command: string): string => command
    .replace(/^sudo /, '').replace(/^rathaus-service /, `${program} `).replaceAll(/ \/root\//g, ` ${root}/root/`)
    .replace(/--host \S+/, '--host localhost').replace(/--smtp \S+/, `--smtp ${smtpUrl}`)
  let service: ChildProcess | undefined
  return {
    called: 'this machine, the package unpacked', address: 'https://localhost',
    adapted: command => (command.includes('rathaus-desk') ? null : command.includes('apt-get install') ? `dpkg-deb --extract ${packageFile} ${root}` : adapted(command)),
    run: command => ended('/bin/sh', ['-c', command], environment),
    serve: async () => { service = await started(program, environment) },
    runAtDesk: (args, more) => ended(process.execPath, args, { ...process.env, ...more, NODE_EXTRA_CA_CERTS: certificate }),
    close: async () => {
      service?.kill('SIGTERM')
      await postgres.stop()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Resolves with READY. */
async function started(program: string, environment: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn(program, ['run'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const ready = new Promise<void>(resolve => child.stdout.on('data', (text: Buffer) => {
    said += text.toString()
    if (said.includes('READY ')) resolve()
  }))
  const end = once(child, 'exit').then(() => { throw new Error('the service ended by itself') })
  await Promise.race([ready, end])
  end.catch(() => undefined)
  return child
}
