import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256Hex } from '../../../shared/canonical.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'

/** Held as long as the process lives; the operating system gives it up even when the process is killed. */
export interface ProfileLock {
  release(): Promise<void>
}

/** Claims a profile for this desk alone. Refusal: `storage/in-use`. */
export async function lockProfile(profileDir: string): Promise<Result<ProfileLock>> {
  mkdirSync(profileDir, { recursive: true, mode: 0o700 })
  const address = addressOf(realpathSync(profileDir))
  const server = await listen(address) ?? (await isLeftBehind(address) ? await listenInstead(address) : null)
  if (!server) return refuse('storage/in-use')
  return ok({ release: () => new Promise(resolve => { server.close(() => resolve()) }) })
}

/** A name that vanishes with its owner: an abstract socket on Linux, a pipe on Windows, elsewhere a socket file. */
function addressOf(path: string): string {
  const name = `rathaus-desk-${sha256Hex(path).slice(0, 40)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), name)
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null)
      else reject(error)
    })
    server.listen(address, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** A socket file outlives a killed owner; then nobody answers. */
function isLeftBehind(address: string): Promise<boolean> {
  if (process.platform === 'linux' || process.platform === 'win32') return Promise.resolve(false)
  return new Promise(resolve => {
    const socket = connect(address)
    socket.once('connect', () => { socket.destroy(); resolve(false) })
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'))
  })
}

async function listenInstead(address: string): Promise<Server | null> {
  rmSync(address, { force: true })
  return listen(address)
}
