import { randomUUID } from 'node:crypto'
import { inventCitizen, type Citizen } from '../../service/demo/citizen.ts'
import { fillForm } from '../../service/demo/fill-form.ts'
import { createRandom, type Random } from '../../service/demo/random.ts'
import { papersOf } from './papers.ts'
import { createPortalClient, Refused, type PortalClient } from './portal-client.ts'

export interface Play {
  readonly serviceUrl: string
  /** Acts (submissions and visits to mailboxes) per minute, on average. */
  readonly ratePerMinute: number
  readonly seed: number
  /** How many acts; without it, until `signal` says stop. */
  readonly count?: number | undefined
  /** The demo's portal of the state; without it everybody hands in at the town's own. */
  readonly fitConnectUrl?: string | undefined
  readonly signal: AbortSignal
  readonly nowMs: () => number
  /** Told once the town's services are known and the first act can begin. */
  readonly onReady?: () => void
  /** Told of each act: `reference`s, never names. */
  readonly onAct: (act: Act) => void
}

export type Act =
  | { readonly kind: 'submitted'; readonly reference: string; readonly serviceId: string; readonly attachments: number }
  | { readonly kind: 'opened' | 'replied' | 'looked' | 'sent' }
  | { readonly kind: 'failed'; readonly code: string }

/** How often each kind of act happened. */
export type Played = Readonly<Record<Act['kind'], number>>

interface World {
  readonly client: PortalClient
  readonly random: Random
  readonly nowMs: () => number
  readonly sendToState: (() => Promise<boolean>) | null
  readonly services: readonly string[]
  readonly citizens: Citizen[]
  /** Keys of mailboxes, newest last. */
  readonly mailboxes: string[]
}

/** Newest mailboxes that are still visited. */
const VISITED = 200

const REPLIES = [
  'Vielen Dank für die Nachricht. Wie lange dauert es noch ungefähr?',
  'Guten Tag, ich habe noch eine Frage: Brauchen Sie weitere Unterlagen von mir?',
  'Hallo, meine Telefonnummer hat sich geändert, bitte rufen Sie mich mobil an.',
  'Danke! Den fehlenden Nachweis bringe ich am Dienstag persönlich vorbei.',
  'Ich bin bis Freitag nicht zu erreichen, danach gern wieder.',
] as const

/** Plays citizens until told to stop: what they do follows from the seed, the keys of their hand-overs are always new. */
export async function playCitizens(play: Play): Promise<Played> {
  const pause = (ms: number): Promise<void> => pauseUnless(play.signal, ms)
  const client = createPortalClient({ serviceUrl: play.serviceUrl, fetch: (input, init) => fetch(input, { ...init, signal: play.signal }), pause })
  const played = { submitted: 0, opened: 0, replied: 0, looked: 0, sent: 0, failed: 0 }
  try {
    const services = await client.services()
    if (services.length === 0) throw new Refused('intake/unknown-service')
    const world: World = { client, random: createRandom(play.seed), nowMs: play.nowMs, sendToState: stateOf(play), services, citizens: [], mailboxes: [] }
    play.onReady?.()
    for (let acts = 0; acts < (play.count ?? Number.POSITIVE_INFINITY); acts++) {
      const act = await actOnce(world)
      played[act.kind]++
      play.onAct(act)
      await pause(waitBefore(world.random, play.ratePerMinute))
    }
  } catch (error) {
    if (!play.signal.aborted) throw error
  }
  return played
}

/** So many of those who hand in do it at the state's portal. */
const TO_THE_STATE = 0.15

/** It takes nothing in before the town has told it a key. */
const stateOf = ({ fitConnectUrl, signal }: Play): World['sendToState'] =>
  (fitConnectUrl === undefined ? null : async () => (await fetch(`${fitConnectUrl}/demo/submissions`, { method: 'POST', signal }).catch(() => null))?.ok ?? false)

/** People come at random moments: gaps are spread exponentially around their mean. */
const waitBefore = (random: Random, ratePerMinute: number): number => (-Math.log(1 - random.next()) * 60_000) / ratePerMinute

async function actOnce(world: World): Promise<Act> {
  try {
    if (world.sendToState && world.random.chance(TO_THE_STATE)) return (await world.sendToState()) ? { kind: 'sent' } : { kind: 'looked' }
    const isVisit = world.mailboxes.length > 0 && world.random.chance(0.3)
    return isVisit ? await visitMailbox(world) : await submit(world)
  } catch (error) {
    if (error instanceof Refused) return { kind: 'failed', code: error.code }
    throw error
  }
}

async function submit({ client, random, nowMs, services, citizens, mailboxes }: World): Promise<Act> {
  const citizen = citizens.length > 0 && random.chance(0.25) ? random.pick(citizens) : inventCitizen(random)
  if (!citizens.includes(citizen)) citizens.push(citizen)
  const serviceId = random.pick(services)
  const { formVersion, schema } = await client.form(serviceId)
  const attachments = [...papersOf(citizen, random)]
  const form = fillForm(schema, citizen, random, nowMs())
  const receipt = await client.submit({ key: randomUUID(), serviceId, formVersion, form, attachments })
  mailboxes.push(receipt.mailbox)
  if (mailboxes.length > VISITED) mailboxes.shift()
  return { kind: 'submitted', reference: receipt.reference, serviceId, attachments: attachments.length }
}

/** Opens what is new; whoever has read everything sometimes writes. */
async function visitMailbox({ client, random, mailboxes }: World): Promise<Act> {
  const key = random.pick(mailboxes)
  const { messages } = await client.mailbox(key)
  const unread = messages.find(message => message.direction === 'to-citizen' && message.retrievedAt === null)
  if (unread) {
    await client.open(key, unread.id)
    return { kind: 'opened' }
  }
  if (!random.chance(0.5)) return { kind: 'looked' }
  await client.reply(key, randomUUID(), random.pick(REPLIES))
  return { kind: 'replied' }
}

function pauseUnless(signal: AbortSignal, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, ms)
    function end(): void {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(new Error('stopped'))
      else resolve()
    }
    if (signal.aborted) end()
    else signal.addEventListener('abort', end)
  })
}
