import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '../../service/clock.ts'
import type { Random } from '../../service/demo/random.ts'
import type { Database } from '../../service/store/database.ts'
import { TEST_TOWN } from '../../service/store/testing.ts'
import type { Content } from '../../shared/domains/alerts/content.ts'
import { identifierOf } from '../../shared/domains/alerts/identifier.ts'
import type { Alert } from '../../shared/domains/alerts/tables.ts'
import type { AlertId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import type { AlertMail } from './alert-mail.ts'
import { openAlertDesks } from '../../service/domains/alerts/sending/testing.ts'

/** A message as it should have come, and when there was to be silence. */
export interface Sent {
  readonly alertId: AlertId
  readonly identifier: string
  readonly mode: Alert['mode']
  /** Otherwise for those of one place: every other person. */
  readonly isForAll: boolean
  silentFromMs: number | null
}

export interface Newsroom {
  /** Keeps messages going out until `end`, and resolves when nothing more is to be said of any. */
  work(): Promise<void>
  end(): void
  messages(): readonly Sent[]
}

interface Parts {
  readonly database: Database
  readonly mail: AlertMail
  readonly random: Random
}

/** Never fewer on their way, so that no process ever idles. */
const MOST_OPEN = 5
const LOOK_EVERY_MS = 50
const HOUR_MS = 3_600_000
/** A message may not hold for less; whoever wants one that ends sooner has released it so long ago. */
const SHORTEST_MS = 300_000
/** What two persons need to write and release. */
const WORK_MS = 10_000

type Fate = 'whole' | 'stopped' | 'cancelled' | 'ended'
type Kind = Fate | 'drill'
const KINDS: readonly (readonly [Kind, number])[] = [['whole', 50], ['stopped', 15], ['cancelled', 10], ['ended', 15], ['drill', 10]]

/** People who release messages of all kinds, and stop them, call them off or see them run out while they are being sent. */
export function openNewsroom({ database, mail, random }: Parts): Newsroom {
  const desks = openAlertDesks(database, systemClock, 'now')
  const sent: Sent[] = []
  const endings: Promise<void>[] = []
  let isOver = false

  const note = (alertId: AlertId, mode: Alert['mode'], isForAll: boolean, silentFromMs: number | null = null): Sent => {
    const one: Sent = { alertId, identifier: identifierOf(TEST_TOWN, { id: alertId, mode }), mode, isForAll, silentFromMs }
    sent.push(one)
    return one
  }

  /** Writes one; what becomes of it happens meanwhile. */
  async function write(kind: Kind, number: number): Promise<void> {
    const mode = kind === 'drill' ? 'training' : 'live'
    const isForAll = mode === 'training' || random.chance(0.5)
    const content = contentOf(isForAll, random)
    if (kind === 'ended') {
      const lifeMs = random.between(500, 4_000)
      const endsAtMs = systemClock.nowMs() + WORK_MS + lifeMs
      const earlier = openAlertDesks(database, { nowMs: () => systemClock.nowMs() - SHORTEST_MS }, `earlier ${number}`)
      note(await earlier.release(mode, { ...content, endsAt: instantFromMs(endsAtMs) }), mode, isForAll, endsAtMs)
      return
    }
    const one = note(await desks.release(mode, content), mode, isForAll)
    if (kind === 'stopped' || kind === 'cancelled') endings.push(ending(one, kind, random.between(1, 700), content))
  }

  async function ending(one: Sent, kind: 'stopped' | 'cancelled', after: number, content: Partial<Content>): Promise<void> {
    await mail.reached(after, one.identifier)
    if (kind === 'stopped') await desks.stop(one.alertId)
    else note(await desks.cancel(one.alertId, content), 'live', one.isForAll)
    one.silentFromMs = systemClock.nowMs()
  }

  return {
    messages: () => sent,
    end: () => { isOver = true },
    work: async () => {
      for (let number = 0; !isOver; number += 1) {
        if ((await openCount(database)) < MOST_OPEN) await write(random.weighted(KINDS), number)
        else await pause(LOOK_EVERY_MS)
      }
      await Promise.all(endings)
    },
  }
}

const contentOf = (isForAll: boolean, random: Random): Partial<Content> => ({
  severity: random.pick(['Severe', 'Moderate', 'Minor']), endsAt: instantFromMs(systemClock.nowMs() + HOUR_MS), situationAt: null,
  areas: isForAll ? [{ kind: 'circle', name: 'Stadtgebiet', centre: [52.43, 11.8], radiusKm: 9 }] : [{ kind: 'locality', name: 'Tangerhütte' }],
})

async function openCount({ db }: Database): Promise<number> {
  const { count } = await db.selectFrom('alert_sendings').select(({ fn }) => fn.countAll<number>().as('count')).where('state', '=', 'open').executeTakeFirstOrThrow()
  return count
}
