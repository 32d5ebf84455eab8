import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A cable between a desk and the service that can be pulled and put back. */
export interface NetworkSwitch {
  readonly url: string
  off(): void
  on(): void
  close(): Promise<void>
}

/** Passes bytes on to `target` until it is switched off, which breaks every connection and takes no new one. */
export async function networkSwitch(target: string): Promise<NetworkSwitch> {
  const { hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let isOn = true
  const server = createServer(near => {
    if (!isOn) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const [from, to] of [[near, far], [far, near]] as const) {
      open.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => (open.delete(from), to.destroy()))
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const breakAll = (): void => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    off: () => {
      isOn = false
      breakAll()
    },
    on: () => {
      isOn = true
    },
    close: () => {
      breakAll()
      return new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}
