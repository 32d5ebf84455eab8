import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Stands before several processes of the service: each connection goes to one of them, in turn, and to another where one is gone. */
export interface Balancer {
  readonly port: number
  close(): Promise<void>
}

/** `ports` are asked for at each connection: a process that was started again may have another. */
export async function startBalancer(ports: () => readonly number[]): Promise<Balancer> {
  const open = new Set<Socket>()
  let turn = 0
  const server = createServer({ pauseOnConnect: true }, client => {
    keep(open, client)
    const all = ports()
    const from = turn++
    reach(client, all.map((_, index) => all[(from + index) % all.length] ?? 0), open)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The first that takes the connection gets it; what breaks later breaks for the client, who knows what to do. */
function reach(client: Socket, [port, ...others]: readonly number[], open: Set<Socket>): void {
  if (port === undefined) return void client.destroy()
  const service = connect({ port, host: '127.0.0.1', noDelay: true })
  let isConnected = false
  service.once('connect', () => {
    isConnected = true
    keep(open, service)
    client.pipe(service).pipe(client)
  })
  service.once('error', () => {
    if (isConnected) client.destroy()
    else reach(client, others, open)
  })
  service.once('close', () => isConnected && client.destroy())
  client.once('close', () => service.destroy())
}

function keep(open: Set<Socket>, socket: Socket): void {
  open.add(socket)
  socket.on('error', () => socket.destroy())
  socket.once('close', () => open.delete(socket))
}
