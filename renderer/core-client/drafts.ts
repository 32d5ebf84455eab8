import * as z from 'zod'
import type { Json } from '../../shared/json.ts'
import type { CoreClient } from './connect.ts'

/** What a person has typed about a case and not sent yet. */
export const Draft = z.object({
  outcome: z.enum(['granted', 'refused']).nullable().catch(null),
  reason: z.string().catch(''),
  messageSubject: z.string().catch(''),
  messageText: z.string().catch(''),
  note: z.string().catch(''),
})
export type Draft = Readonly<z.infer<typeof Draft>>

export const EMPTY_DRAFT: Draft = { outcome: null, reason: '', messageSubject: '', messageText: '', note: '' }

/**
 * Keeps drafts in the encrypted file of this desk: they survive leaving the screen, locking the desk and a reload.
 * Typing reaches the file within half a second; while the file cannot be reached the text waits here.
 */
export interface Drafts {
  read(owner: string, applicationId: string): Promise<Draft>
  /** What is known without asking, for the first drawing. */
  peek(owner: string, applicationId: string): Draft | undefined
  /** Changes parts of a draft that has been read. */
  change(owner: string, applicationId: string, part: Partial<Draft>): void
  /** Sends what is waiting at once. */
  flush(): void
  /** Takes the texts of everybody else out of the page. */
  keepOnly(owner: string): void
}

const WAIT_MS = 400

interface Entry {
  readonly owner: string
  readonly applicationId: string
  draft: Draft
  isWaiting: boolean
}

export function createDrafts(client: Pick<CoreClient, 'preferences'>): Drafts {
  const entries = new Map<string, Entry>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const keyOf = (owner: string, applicationId: string): string => `${owner}/${applicationId}`

  const send = async (entry: Entry): Promise<void> => {
    entry.isWaiting = false
    try {
      await client.preferences.set({ key: preferenceOf(entry.applicationId), value: toStore(entry.draft) })
    } catch {
      entry.isWaiting = true
    }
  }
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const entry of entries.values()) if (entry.isWaiting) void send(entry)
  }
  return {
    flush,
    peek: (owner, applicationId) => entries.get(keyOf(owner, applicationId))?.draft,
    read: async (owner, applicationId) => {
      const known = entries.get(keyOf(owner, applicationId))
      if (known) return known.draft
      const draft = fromStore(await stored(client, preferenceOf(applicationId)))
      const since = entries.get(keyOf(owner, applicationId))
      if (since) return since.draft
      entries.set(keyOf(owner, applicationId), { owner, applicationId, draft, isWaiting: false })
      return draft
    },
    change: (owner, applicationId, part) => {
      const key = keyOf(owner, applicationId)
      entries.set(key, { owner, applicationId, draft: { ...(entries.get(key)?.draft ?? EMPTY_DRAFT), ...part }, isWaiting: true })
      timer ??= setTimeout(flush, WAIT_MS)
    },
    keepOnly: owner => {
      for (const [key, entry] of entries) if (entry.owner !== owner) entries.delete(key)
    },
  }
}

const MOST_TRIES = 3

/** A link that breaks while it is read is no reason to begin with an empty text. */
async function stored(client: Pick<CoreClient, 'preferences'>, key: string): Promise<Json> {
  for (let tries = 1; ; tries++) {
    try {
      return (await client.preferences.get({ key })).value
    } catch (error) {
      if (tries === MOST_TRIES) throw error
    }
  }
}

const preferenceOf = (applicationId: string): string => `draft:${applicationId}`

/** An empty draft leaves nothing behind. */
function toStore(draft: Draft): Json {
  const isEmpty = draft.outcome === null && [draft.reason, draft.messageSubject, draft.messageText, draft.note].every(text => text === '')
  return isEmpty ? null : { ...draft }
}

function fromStore(value: Json): Draft {
  const read = Draft.safeParse(value)
  return read.success ? read.data : EMPTY_DRAFT
}
