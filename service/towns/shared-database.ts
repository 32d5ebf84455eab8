import type { TownId } from '../../shared/ids.ts'
import type { Database } from '../store/database.ts'

/** A process's one database, handed to each of its towns. */
export interface SharedDatabase {
  /** As one town's service sees it: notices of other towns never reach it, and closing it ends its listening and nothing else. */
  forTown(townId: TownId): Database
}

type Listener = (payload: string) => void

/** Notices are a town's id, with more behind a space where there is more to tell. */
const townOf = (payload: string): string => payload.split(' ', 1)[0] ?? ''

/** Listens once to each channel, however many towns do. */
export function shareDatabase(database: Database): SharedDatabase {
  const channels = new Map<string, { readonly ready: Promise<void>; readonly listeners: Map<TownId, Set<Listener>> }>()
  const channelOf = (name: string) => {
    const known = channels.get(name)
    if (known) return known
    const listeners = new Map<TownId, Set<Listener>>()
    const tell = (payload: string): void => {
      // Empty: the connection was lost, and with it notices of any town.
      const heard = payload === '' ? [...listeners.values()] : [listeners.get(townOf(payload) as TownId) ?? []]
      for (const ofTown of heard) for (const listener of ofTown) listener(payload)
    }
    const ready = database.listen(name, tell)
    ready.catch(() => channels.delete(name))
    const channel = { ready, listeners }
    channels.set(name, channel)
    return channel
  }
  return {
    forTown: townId => {
      const own: { readonly listeners: Map<TownId, Set<Listener>>; readonly listener: Listener }[] = []
      return {
        kind: database.kind,
        db: database.db,
        listen: async (name, listener) => {
          const { ready, listeners } = channelOf(name)
          await ready
          listeners.set(townId, (listeners.get(townId) ?? new Set()).add(listener))
          own.push({ listeners, listener })
        },
        close: async () => {
          for (const { listeners, listener } of own) listeners.get(townId)?.delete(listener)
        },
      }
    },
  }
}
