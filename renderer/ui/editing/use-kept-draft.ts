import { useCallback, useEffect, useRef, useState } from 'react'
import { usePerson } from '../../core-client/core-context.tsx'
import type { RefusalShown } from '../error-sentences.ts'
import type { CommandAnswer } from '../use-command-result.ts'

export type Keeping = 'untouched' | 'kept' | 'waiting' | { readonly refusal: RefusalShown }

export interface KeptDraft<Content> {
  readonly content: Content
  readonly keeping: Keeping
  /** Somebody who changed this draft while it was open here. */
  readonly changedByOther: string | null
  /** Whether something else was published after the draft had begun. */
  readonly isOutdated: boolean
  readonly change: (change: (content: Content) => Content) => void
  /** Keeps at once what is waiting; false when it could not be kept. */
  readonly flush: () => Promise<boolean>
  /** Rests the draft on what is published now, after a person has compared. */
  readonly rebase: () => Promise<void>
}

interface DraftRow<Basis> {
  readonly basedOn: Basis
  readonly changedBy: string
  readonly changedByName: string
  readonly changedAt: string
}

export interface DraftParts<Content, Basis, Row extends DraftRow<Basis>> {
  /** The draft as everybody has it; null while there is none. */
  readonly draft: Row | null
  /** What a draft that begins now rests on. */
  readonly published: Basis
  readonly starting: () => Content
  /** What a draft says; undefined when it cannot be read. */
  readonly contentIn: (draft: Row) => Content | undefined
  /** Keeps it, the first time by beginning it. */
  readonly keep: (content: Content, how: { readonly basedOn: Basis; readonly isBegun: boolean }) => Promise<CommandAnswer>
}

/** A pause in typing after which the draft is kept. */
const PAUSE_MS = 900

/** What is being written: kept by itself after every pause, and followed when somebody else goes on with it. */
export function useKeptDraft<Content, Basis, Row extends DraftRow<Basis>>({ draft, published, starting, contentIn, keep }: DraftParts<Content, Basis, Row>): KeptDraft<Content> {
  const [content, setContent] = useState(() => (draft && contentIn(draft)) ?? starting())
  const [keeping, setKeeping] = useState<Keeping>(draft ? 'kept' : 'untouched')
  const latest = useRef(content)
  const keeper = useRef(keep)
  const isBegun = useRef(draft !== null)
  const basedOn = useRef(draft ? draft.basedOn : published)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    keeper.current = keep
    latest.current = content
  }, [keep, content])

  const keepNow = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    const answer = await keeper.current(sent, { basedOn: basedOn.current, isBegun: isBegun.current })
      .catch((): CommandAnswer => ({ ok: false, error: { code: 'request/unexpected' } }))
    if (answer.ok) isBegun.current = true
    if (!answer.ok) setKeeping({ refusal: answer.error })
    else if (latest.current === sent) setKeeping('kept')
    return answer.ok
  }, [])

  /** One after the other: what is begun has to be begun before it is kept again. */
  const keepInTurn = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    timer.current = undefined
    running.current = running.current.then(() => keepNow())
    return running.current
  }, [keepNow])
  const flush = useCallback((): Promise<boolean> => (timer.current === undefined ? running.current : keepInTurn()), [keepInTurn])
  useEffect(() => () => void flush(), [flush])

  const changedByOther = useOtherPerson(draft, other => {
    if (keeping !== 'waiting') setContent(current => contentIn(other) ?? current)
  })

  return {
    content, keeping, changedByOther, flush,
    isOutdated: draft !== null && draft.basedOn !== published,
    change: change => {
      latest.current = change(latest.current)
      setContent(latest.current)
      setKeeping('waiting')
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keepInTurn(), PAUSE_MS)
    },
    rebase: async () => {
      basedOn.current = published
      await keepInTurn()
    },
  }
}

/** Who else has changed the draft since it is open here; `follow` is told of each of their changes while it is drawn. */
function useOtherPerson<Row extends DraftRow<unknown>>(draft: Row | null, follow: (draft: Row) => void): string | null {
  const own = usePerson().personId
  const [seenAt, setSeenAt] = useState(draft?.changedAt)
  const [name, setName] = useState<string | null>(null)
  if (draft && draft.changedAt !== seenAt) {
    setSeenAt(draft.changedAt)
    if (draft.changedBy !== own) {
      setName(draft.changedByName)
      follow(draft)
    }
  }
  return name
}
