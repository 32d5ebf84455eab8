import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** The harmless text that every scanner finds; put together, so that none finds it in this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

export interface TestClamd {
  readonly url: string
  /** How many streams it has looked at. */
  readonly scans: () => number
  close(): Promise<void>
}

/** Speaks INSTREAM as clamd does: finds EICAR, and refuses what is longer than `mostBytes`. */
export async function testClamd({ mostBytes = 26_214_400, path }: { readonly mostBytes?: number; readonly path?: string } = {}): Promise<TestClamd> {
  let scans = 0
  const server = createServer(socket => {
    socket.on('error', () => undefined)
    void converse(socket, mostBytes).then(() => scans++)
  })
  await listen(server, path)
  return {
    url: path ? `unix:${path}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    scans: () => scans,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

const listen = (server: Server, path: string | undefined): Promise<void> =>
  new Promise(resolve => {
    if (path) server.listen(path, resolve)
    else server.listen(0, '127.0.0.1', resolve)
  })

const COMMAND = 'zINSTREAM\0'

async function converse(socket: Socket, mostBytes: number): Promise<void> {
  let waiting = Buffer.alloc(0)
  let stream = Buffer.alloc(0)
  let isGreeted = false
  for await (const part of socket) {
    waiting = Buffer.concat([waiting, part as Buffer])
    if (!isGreeted && waiting.length >= COMMAND.length) {
      if (waiting.subarray(0, COMMAND.length).toString() !== COMMAND) return void socket.end('UNKNOWN COMMAND\0')
      waiting = waiting.subarray(COMMAND.length)
      isGreeted = true
    }
    while (isGreeted && waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32BE(0)) {
      const length = waiting.readUInt32BE(0)
      if (length === 0) return void socket.end(stream.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
      stream = Buffer.concat([stream, waiting.subarray(4, 4 + length)])
      waiting = waiting.subarray(4 + length)
      if (stream.length > mostBytes) return void socket.end('INSTREAM size limit exceeded. ERROR\0')
    }
  }
}
