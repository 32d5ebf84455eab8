import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { uuidV7 } from '../../shared/ids.ts'
import { ask, type Line, type Reply } from './asking.ts'
import { casesOf } from './fill-towns.ts'

export interface Flooded {
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>
  /** Refused for the moment, and not said for how long. */
  readonly withoutRetryAfter: number
  /** After the last request of the flood, until three commands in a row were done within half a second each; null: not within the time. */
  readonly recoveredAfterSeconds: number | null
}

/** More at once than a process takes in hand. */
const AT_ONCE = 1_500
const GIVEN_UP_SECONDS = 60
const SOON_MS = 500
const IN_A_ROW = 3

/** Asks for much more than can be answered, then sees how long it takes until all is as before. */
export async function flood(line: Line, seconds: number): Promise<Flooded> {
  const until = performance.now() + seconds * 1_000
  const statuses = new Map<string, number>()
  let withoutRetryAfter = 0
  const one = async (): Promise<void> => {
    while (performance.now() < until) {
      const reply = await sendNote(line).catch(() => undefined)
      const status = String(reply?.status ?? 'line broke')
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (reply && isForTheMoment(reply) && reply.headers['retry-after'] === undefined) withoutRetryAfter++
      if (reply && isForTheMoment(reply)) await pause(SOON_MS)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  return { statuses: Object.fromEntries(statuses), withoutRetryAfter, recoveredAfterSeconds: await recovered(line) }
}

const isForTheMoment = ({ status }: Reply): boolean => status === 429 || status === 503

async function recovered(line: Line): Promise<number | null> {
  const startedAt = performance.now()
  for (let good = 0; performance.now() - startedAt < GIVEN_UP_SECONDS * 1_000;) {
    const reply = await sendNote(line).catch(() => undefined)
    good = reply?.status === 200 && reply.tookMs < SOON_MS ? good + 1 : 0
    if (good === IN_A_ROW) return Math.round((performance.now() - startedAt) / 1_000)
    if (good === 0) await pause(SOON_MS)
  }
  return null
}

function sendNote(line: Line): Promise<Reply> {
  const id = uuidV7(Date.now(), Buffer.from(randomUUID().replaceAll('-', ''), 'hex').subarray(0, 10))
  const [first] = casesOf()
  return ask(line, 'POST', '/v1/commands', { commands: [{ id, name: 'applications.note', version: 1, input: { applicationId: first?.id ?? '', text: `Flut ${id}` }, basedOn: [], after: [], recordedAt: new Date().toISOString() }] })
}
