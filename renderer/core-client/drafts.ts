import type { Json } from '../../shared/json.ts'
import type { CoreClient } from './connect.ts'
import { EMPTY_DRAFT, fromStore, joinDrafts, toStore, type Draft } from './draft.ts'

/**
 * Keeps drafts in the encrypted file of this desk: they survive leaving the screen, locking the desk and a reload.
 * Typing reaches the file within half a second; while the file cannot be reached the text waits here. Nothing is written
 * before what was kept earlier has been read: where both have words, both stay.
 */
export interface Drafts {
  /** Rejects when the file cannot be read; what is typed then waits and is joined with the earlier draft later. */
  read(owner: string, applicationId: string): Promise<Draft>
  /** What is known without asking, for the first drawing. */
  peek(owner: string, applicationId: string): Draft | undefined
  change(owner: string, applicationId: string, part: Partial<Draft>): void
  /** Calls back when a draft has changed. The answer ends that. */
  subscribe(listener: () => void): () => void
  /** Sends what is waiting at once. */
  flush(): void
  /** Takes the texts of everybody else out of the page. */
  keepOnly(owner: string): void
}

/** Where they are kept. */
interface DraftsClient {
  readonly preferences: Pick<CoreClient['preferences'], 'get' | 'set'>
}

const WAIT_MS = 400
const TRY_AGAIN_MS = 5_000

interface Entry {
  readonly owner: string
  readonly applicationId: string
  draft: Draft
  /** Whether what was kept earlier is part of it. */
  isRead: boolean
  isWaiting: boolean
}

export function createDrafts(client: DraftsClient): Drafts {
  const kept = createEntries()
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async (entry: Entry): Promise<void> => {
    entry.isWaiting = false
    try {
      if (!entry.isRead) kept.join(entry, await stored(client, entry.applicationId))
      // Somebody else may sit here by now.
      if (kept.find(entry.owner, entry.applicationId) !== entry) return
      await client.preferences.set({ key: preferenceOf(entry.applicationId), value: toStore(entry.draft) })
    } catch {
      entry.isWaiting = true
      timer ??= setTimeout(flush, TRY_AGAIN_MS)
    }
  }
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const entry of kept.entries.values()) if (entry.isWaiting) void send(entry)
  }
  return {
    flush,
    subscribe: kept.subscribe,
    keepOnly: kept.keepOnly,
    peek: (owner, applicationId) => kept.find(owner, applicationId)?.draft,
    read: async (owner, applicationId) => {
      const known = kept.find(owner, applicationId)
      if (known?.isRead) return known.draft
      const earlier = await stored(client, applicationId)
      const entry = kept.of(owner, applicationId)
      kept.join(entry, earlier)
      return entry.draft
    },
    change: (owner, applicationId, part) => {
      kept.change(kept.of(owner, applicationId), part)
      timer ??= setTimeout(flush, WAIT_MS)
    },
  }
}

/** The drafts known to the page, and who is told when one changes. */
function createEntries() {
  const entries = new Map<string, Entry>()
  const listeners = new Set<() => void>()
  const keyOf = (owner: string, applicationId: string): string => `${owner}/${applicationId}`
  const find = (owner: string, applicationId: string): Entry | undefined => entries.get(keyOf(owner, applicationId))
  const tell = (): void => listeners.forEach(listener => listener())
  return {
    entries,
    find,
    of: (owner: string, applicationId: string): Entry => {
      const entry = find(owner, applicationId) ?? { owner, applicationId, draft: EMPTY_DRAFT, isRead: false, isWaiting: false }
      entries.set(keyOf(owner, applicationId), entry)
      return entry
    },
    change: (entry: Entry, part: Partial<Draft>): void => {
      entry.draft = { ...entry.draft, ...part }
      entry.isWaiting = true
      tell()
    },
    join: (entry: Entry, earlier: Draft): void => {
      if (entry.isRead) return
      entry.draft = joinDrafts(earlier, entry.draft)
      entry.isRead = true
      tell()
    },
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    keepOnly: (owner: string): void => {
      for (const [key, entry] of entries) if (entry.owner !== owner) entries.delete(key)
    },
  }
}

const MOST_TRIES = 3

/** A link that breaks while it is read is no reason to begin with an empty text. */
async function stored(client: DraftsClient, applicationId: string): Promise<Draft> {
  for (let tries = 1; ; tries++) {
    try {
      const { value }: { readonly value: Json } = await client.preferences.get({ key: preferenceOf(applicationId) })
      return fromStore(value)
    } catch (error) {
      if (tries === MOST_TRIES) throw error
    }
  }
}

const preferenceOf = (applicationId: string): string => `draft:${applicationId}`
