import pg from 'pg'

const RECONNECT_AFTER_MS = 1_000

export interface Listening {
  stop(): Promise<void>
}

/**
 * LISTEN on a connection of its own, made again whenever it breaks; after a break the listener is called with an empty
 * payload, because notices may have been lost.
 */
export async function listenOn(url: string, channel: string, onNotice: (payload: string) => void): Promise<Listening> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let client = await connect()

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true })
    fresh.on('notification', notice => onNotice(notice.payload ?? ''))
    fresh.on('error', () => {})
    await fresh.connect()
    await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    fresh.on('end', reconnectLater)
    return fresh
  }

  function reconnectLater(): void {
    if (stopped || timer) return
    timer = setTimeout(() => void reconnect(), RECONNECT_AFTER_MS)
  }

  async function reconnect(): Promise<void> {
    timer = undefined
    try {
      client = await connect()
      if (stopped) await client.end()
      else onNotice('')
    } catch {
      reconnectLater()
    }
  }

  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client.end()
    },
  }
}
