import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { Random } from '../../service/demo/random.ts'
import { CommandId, derivedUuid, uuidV7, type ApplicationId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { CommandAnswer, CommandOnWire } from '../../shared/wire/commands.ts'

/** What all desks of a run have heard; answers that a desk then dropped as if its line had broken count too. */
export interface Heard {
  readonly answers: Map<string, CommandAnswer>
  /** Commands answered once like this and once like that. */
  readonly contradicted: Set<string>
  readonly submitted: Map<string, string>
  /** Requests whose reply is awaited just now. */
  readonly underWay: Set<symbol>
  /** Told whenever something was answered that never was before. */
  readonly news: EventEmitter<{ answered: [] }>
}

export const nothingHeard = (): Heard => ({
  answers: new Map(), contradicted: new Set(), submitted: new Map(), underWay: new Set(), news: new EventEmitter(),
})

export interface DeskParts {
  readonly url: string
  /** An access token of the person that holds for the next while. */
  readonly token: () => string
  readonly cases: readonly ApplicationId[]
  /** A paper that lies on the desk, to be taken down. */
  readonly paper: (random: Random) => Paper
  readonly random: Random
  readonly heard: Heard
  readonly isOver: () => boolean
}

export interface Paper {
  readonly serviceId: string
  readonly formVersion: number
  readonly form: JsonObject
  readonly receivedOn: string
}

/** How often a reply is thrown away as if it had never come. */
const DROPPED = 0.3

/** A desk that knows HTTP and nothing else: sends commands, and each batch again until every one has an answer it kept. */
export async function workAtDesk(parts: DeskParts): Promise<void> {
  while (!parts.isOver()) {
    let waiting = inventBatch(parts)
    while (waiting.length > 0) {
      const answers = await send(parts, waiting)
      if (!answers) await pause(15)
      else waiting = waiting.filter(command => !answers.has(command.id))
    }
  }
}

function inventBatch(parts: DeskParts): readonly CommandOnWire[] {
  return Array.from({ length: parts.random.between(1, 4) }, () => inventCommand(parts))
}

const KINDS = [
  'applications.note', 'applications.note', 'applications.claim', 'applications.release', 'messages.send', 'applications.capture',
] as const

function inventCommand(parts: DeskParts): CommandOnWire {
  const id = CommandId.parse(uuidV7(START_MS, parts.random.bytes(10)))
  const name = parts.random.pick(KINDS)
  return { id, name, version: 1, input: inputOf(name, id, parts), basedOn: [], after: [], recordedAt: instantFromMs(START_MS) }
}

function inputOf(name: (typeof KINDS)[number], id: CommandId, { cases, random, paper }: DeskParts): JsonObject {
  if (name === 'applications.capture') return { applicationId: derivedUuid(id, 'case'), channel: 'paper', ...paper(random) }
  const text = name === 'applications.note' || name === 'messages.send' ? { text: `Text ${id}` } : {}
  return { applicationId: random.pick(cases), ...text, ...(name === 'messages.send' ? { subject: 'Rückfrage' } : {}) }
}

const START_MS = Date.UTC(2026, 10, 22, 9, 0)

/** The commands that are settled; undefined where the desk cannot know what became of them. */
async function send(parts: DeskParts, commands: readonly CommandOnWire[]): Promise<ReadonlySet<string> | undefined> {
  try {
    const headers = { authorization: `Bearer ${parts.token()}`, 'content-type': 'application/json' }
    const reply = await post(parts.heard, `${parts.url}/v1/commands`, headers, { commands })
    if (reply.status !== 200) return undefined
    const { answers } = reply.body as { readonly answers: readonly CommandAnswer[] }
    const settled = answers.filter(({ kind }) => kind !== 'retry')
    for (const answer of settled) hear(parts.heard, answer)
    return parts.random.chance(DROPPED) ? undefined : new Set(settled.map(({ id }) => id))
  } catch {
    return undefined
  }
}

/** Under way until its whole reply has come, or its line has broken. */
async function post(heard: Heard, url: string, headers: Readonly<Record<string, string>>, body: object): Promise<{ readonly status: number; readonly body: unknown }> {
  const request = Symbol('request')
  heard.underWay.add(request)
  try {
    const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(20_000) })
    return { status: reply.status, body: await reply.json() }
  } finally {
    heard.underWay.delete(request)
  }
}

function hear({ answers, contradicted, news }: Heard, answer: CommandAnswer): void {
  const before = answers.get(answer.id)
  if (before && essence(before) !== essence(answer)) contradicted.add(answer.id)
  answers.set(answer.id, answer)
  if (!before) news.emit('answered')
}

/** What may never change about an answer; the rows that come with a refusal are those of the moment. */
const essence = (answer: CommandAnswer): string =>
  answer.kind === 'applied' ? `applied ${answer.position}` : answer.kind === 'refused' ? `refused ${answer.code}` : answer.kind

/** A citizen who hands the same application over until the receipt has come and was kept. */
export async function handOver(
  { url, random, heard }: Pick<DeskParts, 'url' | 'random' | 'heard'>,
  submission: { readonly key: string },
  isGivenUp: () => boolean = () => false,
): Promise<ApplicationId | undefined> {
  for (;;) {
    try {
      const reply = await post(heard, `${url}/public/v1/submissions`, { 'content-type': 'application/json' }, submission)
      if (reply.status === 201) {
        const { applicationId, reference } = reply.body as { readonly applicationId: ApplicationId; readonly reference: string }
        const before = heard.submitted.get(submission.key)
        if (before !== undefined && before !== reference) heard.contradicted.add(submission.key)
        heard.submitted.set(submission.key, reference)
        if (before === undefined) heard.news.emit('answered')
        if (!random.chance(DROPPED)) return applicationId
      } else if (reply.status < 500) throw new TypeError(`refused: ${JSON.stringify(reply.body)}`)
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith('refused')) throw error
    }
    if (isGivenUp()) return undefined
    await pause(15)
  }
}
