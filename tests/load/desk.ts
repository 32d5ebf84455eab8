import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../service/demo/random.ts'
import { uuidV7 } from '../../shared/ids.ts'
import type { FeedEntry, FeedReply } from '../../shared/wire/feed.ts'
import { LiveEvent } from '../../shared/wire/feed.ts'
import { ask, open, type Line } from './asking.ts'
import { casesOf } from './fill-towns.ts'

const SCOPE = 'department:ordnung'
const CASES = casesOf().map(({ id }) => id)
const COME_BACK_MS = 300

/** What desks of a run have measured together. */
export interface Measured {
  /** From sending to the answer that it is done, in ms; resent ones count from the first time. */
  readonly commandsMs: number[]
  readonly pullsMs: number[]
  /** Everything else than a good answer, by what it was. */
  readonly failures: Map<string, number>
}

export const nothingMeasured = (): Measured => ({ commandsMs: [], pullsMs: [], failures: new Map() })

export const failed = ({ failures }: Pick<Measured, 'failures'>, what: string): void => void failures.set(what, (failures.get(what) ?? 0) + 1)

/** One desk: it listens live, sends a note every so often and pulls where something is missing. */
export interface LoadDesk {
  /** Resolves once it listens. */
  readonly ready: Promise<void>
  /** Notes that the service called done, with their position. */
  readonly done: ReadonlyMap<string, number>
  /** Notes as they arrived here: how many different records carry each. */
  arrivals(note: string): number
  /** Up to which position everything has arrived. */
  position(): number
  /** Fetches what is missing. */
  catchUp(): Promise<void>
  /** Where it stood when it began. */
  began(): number
  /** Sends nothing more, once what is on its way is answered; goes on listening. */
  finish(): Promise<void>
  end(): Promise<void>
}

export interface DeskParts {
  readonly line: Line
  readonly everyMs: number
  readonly random: Random
  readonly measured: Measured
}

export function startDesk(parts: DeskParts): LoadDesk {
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>()
  const [over, sent] = [new AbortController(), new AbortController()]
  const state: State = { position: -1, began: -1, notes: new Map(), done: new Map(), isPulling: false }
  const listening = listen(parts, state, isReady, over.signal)
  const working = ready.then(() => work(parts, state, sent.signal))
  return {
    ready, done: state.done,
    arrivals: note => state.notes.get(note)?.size ?? 0,
    position: () => state.position,
    catchUp: () => pull(parts, state),
    began: () => state.began,
    finish: async () => {
      sent.abort()
      await working
    },
    end: async () => {
      sent.abort()
      over.abort()
      await Promise.allSettled([listening, working])
    },
  }
}

interface State {
  position: number
  began: number
  readonly notes: Map<string, Set<string>>
  readonly done: Map<string, number>
  isPulling: boolean
}

async function work(parts: DeskParts, state: State, signal: AbortSignal): Promise<void> {
  await rest(parts.random.next() * parts.everyMs, signal)
  while (!signal.aborted) {
    const startedAt = performance.now()
    await sendNote(parts, state, signal)
    await pull(parts, state)
    await rest(parts.everyMs - (performance.now() - startedAt), signal)
  }
}

const rest = (ms: number, signal: AbortSignal): Promise<void> => pause(Math.max(0, ms), undefined, { signal }).catch(() => undefined)

/** Sent again under the same id until it is answered, as a desk does. */
async function sendNote({ line, random, measured }: DeskParts, { done }: State, signal: AbortSignal): Promise<void> {
  const id = uuidV7(Date.now(), random.bytes(10))
  const command = { id, name: 'applications.note', version: 1, input: { applicationId: random.pick(CASES), text: `Notiz ${id}` }, basedOn: [], after: [], recordedAt: new Date().toISOString() }
  const startedAt = performance.now()
  for (;;) {
    const reply = await ask(line, 'POST', '/v1/commands', { commands: [command] }).catch(() => undefined)
    const [answer] = reply?.status === 200 ? (reply.body as { readonly answers: readonly { readonly kind: string; readonly position?: number }[] }).answers : []
    if (answer?.kind === 'applied') {
      done.set(`Notiz ${id}`, answer.position ?? 0)
      return void measured.commandsMs.push(performance.now() - startedAt)
    }
    failed(measured, `command ${answer?.kind ?? reply?.status ?? 'line broke'}`)
    if (signal.aborted) return
    await rest(Number(reply?.headers['retry-after'] ?? 0) * 1_000 || COME_BACK_MS, signal)
  }
}

async function listen(parts: DeskParts, state: State, isReady: () => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const reply = await open(parts.line, 'GET', '/v1/live')
      signal.addEventListener('abort', () => reply.destroy(), { once: true })
      if (reply.statusCode === 200) await hearAll(parts, state, reply, isReady)
      else failed(parts.measured, `live ${reply.statusCode}`)
      reply.destroy()
    } catch {
      if (!signal.aborted) failed(parts.measured, 'live line broke')
    }
    await rest(COME_BACK_MS, signal)
  }
}

async function hearAll(parts: DeskParts, state: State, stream: AsyncIterable<Buffer>, isReady: () => void): Promise<void> {
  let text = ''
  for await (const chunk of stream) {
    text += chunk.toString()
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      await hear(parts, state, LiveEvent.parse(JSON.parse(text.slice(text.indexOf('data: ') + 6, end))), isReady)
      text = text.slice(end + 2)
    }
  }
}

async function hear(parts: DeskParts, state: State, event: LiveEvent, isReady: () => void): Promise<void> {
  if (event.kind === 'hello') {
    if (state.position < 0) state.position = state.began = event.head
    else await pull(parts, state)
    isReady()
  }
  if (event.kind === 'behind' && event.scope === SCOPE) await pull(parts, state)
  if (event.kind !== 'changes' || event.reply.scope !== SCOPE) return
  if (event.reply.after <= state.position) take(state, event.reply)
  else await pull(parts, state)
}

/** Everything after what is here; measured as one pull each time it asks. */
async function pull({ line, measured }: DeskParts, state: State): Promise<void> {
  if (state.isPulling) return
  state.isPulling = true
  try {
    for (let more = true; more;) {
      const reply = await ask(line, 'GET', `/v1/feed?scope=${encodeURIComponent(SCOPE)}&after=${state.position}`)
      if (reply.status !== 200) return failed(measured, `pull ${reply.status}`)
      measured.pullsMs.push(reply.tookMs)
      const page = reply.body as FeedReply
      take(state, page)
      more = page.more
    }
  } catch {
    failed(measured, 'pull line broke')
  } finally {
    state.isPulling = false
  }
}

function take(state: State, { entries, upTo }: Pick<FeedReply, 'entries' | 'upTo'>): void {
  for (const entry of entries) if (entry.position > state.position) writeDown(state, entry)
  state.position = Math.max(state.position, upTo)
}

function writeDown({ notes }: State, entry: FeedEntry): void {
  if (entry.op !== 'put' || entry.table !== 'application_events') return
  const { text } = entry.row
  if (typeof text !== 'string') throw new Error(`event ${entry.id} says nothing`)
  notes.set(text, (notes.get(text) ?? new Set()).add(entry.id))
}
