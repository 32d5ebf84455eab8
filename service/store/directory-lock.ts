import { createHash } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok, refuse, type Result } from '../../shared/result.ts'

export interface DirectoryLock {
  release(): Promise<void>
}

/**
 * Locks a directory for this process. The lock is a listening socket whose name follows from the directory, so the
 * system frees it when the process dies in whatever way, and no stale lock file can stop a later start.
 */
export async function lockDirectory(directory: string): Promise<Result<DirectoryLock>> {
  const name = createHash('sha256').update(await realpath(directory)).digest('hex').slice(0, 32)
  const server = createServer()
  // The lock alone shall not keep the process running.
  server.unref()
  if (!(await listens(server, socketPath(name)))) return refuse('storage/in-use')
  return ok({ release: () => new Promise<void>(resolve => server.close(() => resolve())) })
}

/** Linux has names without files, Windows has pipes; elsewhere a socket file must do. */
function socketPath(name: string): string {
  if (process.platform === 'linux') return `\0rathaus-desk-${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\rathaus-desk-${name}`
  return join(tmpdir(), `rathaus-desk-${name}.sock`)
}

const listens = (server: Server, path: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    })
    server.listen(path, () => resolve(true))
  })
