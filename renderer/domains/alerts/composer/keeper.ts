import { canonicalJson } from '../../../../shared/canonical.ts'
import type { Content } from '../../../../shared/domains/alerts/content.ts'
import { withGerman } from '../../../../shared/domains/alerts/fill-template.ts'
import { writable, type Readable } from '../../../core-client/readable.ts'
import type { Keeping } from '../../../ui/editing/use-kept-draft.ts'
import type { CommandAnswer } from '../../../ui/use-command-result.ts'

export interface Kept {
  readonly content: Content
  readonly keeping: Keeping
  /** Who went on writing while nothing was typed here; their words are on the screen. */
  readonly followed: string | null
  /** What somebody else wrote while something was typed here; nothing more is kept by itself until a person has chosen. */
  readonly theirs: Content | null
}

/** The words of one message while they are written, and what of them the desk has already. */
export interface Keeper {
  readonly state: Readable<Kept>
  readonly change: (part: Partial<Content>) => void
  /** Told of each version that the desk reads, and of who else writes on it. */
  readonly read: (words: Content, other: string | null) => void
  readonly takeTheirs: () => void
  readonly keepMine: () => void
  /** Keeps at once what is waiting; what is kept then, or undefined when it could not be. */
  readonly flush: () => Promise<Content | undefined>
}

/** A pause in typing after which the words are kept. */
const PAUSE_MS = 700

export function createKeeper(first: Content, write: (content: Content) => Promise<CommandAnswer>): Keeper {
  const state = writable<Kept>({ content: withGerman(first), keeping: 'kept', followed: null, theirs: null })
  const known = new Set([canonicalJson(first)])
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = Promise.resolve()
  const put = (part: Partial<Kept>): void => state.set({ ...state.get(), ...part })
  const isDirty = (): boolean => state.get().keeping !== 'kept'

  const keepNow = async (): Promise<void> => {
    const { content, theirs } = state.get()
    if (!isDirty() || theirs) return
    known.add(canonicalJson(content))
    const answer = await write(content).catch((): CommandAnswer => ({ ok: false, error: { code: 'request/unexpected' } }))
    if (!answer.ok) put({ keeping: { refusal: answer.error } })
    else if (state.get().content === content) put({ keeping: 'kept' })
  }
  const keep = (): Promise<void> => {
    clearTimeout(timer)
    running = running.then(keepNow)
    return running
  }
  const keepSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void keep(), PAUSE_MS)
  }
  const adopt = (words: Content, followed: string | null): void => put({ content: withGerman(words), keeping: 'kept', followed, theirs: null })
  return {
    state,
    change: part => {
      put({ content: { ...state.get().content, ...part }, keeping: 'waiting' })
      keepSoon()
    },
    read: (words, other) => {
      const text = canonicalJson(words)
      if (isDirty() ? known.has(text) : text === canonicalJson(state.get().content)) return
      const isTheirs = !known.has(text)
      known.add(text)
      if (isDirty()) put({ theirs: words })
      else adopt(words, isTheirs ? other : null)
    },
    takeTheirs: () => adopt(state.get().theirs ?? state.get().content, null),
    keepMine: () => {
      put({ theirs: null })
      keepSoon()
    },
    flush: async () => {
      await keep()
      return isDirty() ? undefined : state.get().content
    },
  }
}
