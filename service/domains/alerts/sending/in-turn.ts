import { maySend } from '../../../../shared/domains/alerts/stage.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { recordKey } from '../../../../shared/command.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Kysely } from 'kysely'
import type { Schema } from '../../../store/schema.ts'
import { takeDeliveries, type Delivery } from './deliveries.ts'
import { HELD_FOR_MS, type Hold } from './hold.ts'
import { closeWhereNoneWaits, firstSending, type OfWay, type Sending } from './open-sending.ts'
import { spreadNext } from './spread.ts'

export interface Source {
  readonly db: Kysely<Schema>
  readonly clock: Clock
  readonly way: OfWay
  readonly hold: Hold
  /** Counts what was heard of messages: whatever was read before may have been stopped since. */
  readonly heard: () => number
}

/** One person to be told, and of what. */
export interface Turn {
  readonly sending: Sending
  readonly delivery: Delivery
}

interface Batch {
  readonly sending: Sending
  readonly deliveries: readonly Delivery[]
  readonly heard: number
}

/** A severe warning waits for so much of the news that is in hand, and for the same again that was taken ahead. */
const AT_ONCE = 64

/** Who is told next by one way, always of what comes first; while some are handed over the next few are taken. Ends where nobody is due. */
export async function* inTurn(source: Source): AsyncGenerator<Turn, void> {
  let ahead = nextBatch(source, null)
  try {
    for (let batch = await ahead; batch; batch = await ahead) {
      ahead = nextBatch(source, batch.sending)
      // Looked at when it is awaited; until then a failure is nobody's bug.
      ahead.catch(() => undefined)
      yield* stillToTell(source, batch)
    }
  } finally {
    await ahead.catch(() => undefined)
  }
}

/** Nobody more once it is known that the message was stopped or has ended: the rest is closed with it. */
async function* stillToTell(source: Source, { sending, deliveries, heard }: Batch): AsyncGenerator<Turn, void> {
  let { alert } = sending
  let seen = heard
  for (const delivery of deliveries) {
    if (seen !== source.heard()) {
      seen = source.heard()
      alert = await alertNow(source, sending)
    }
    if (!maySend(alert, nowOf(source))) return
    if (source.hold.has(delivery)) yield { sending, delivery }
  }
}

async function alertNow({ db, way }: Source, { alert }: Sending): Promise<Alert> {
  const record = { table: 'alerts', id: alert.id } as const
  return (await loadRecords(db, way.townId, [record], false)).get(recordKey(record)) as Alert
}

/** What was `read` before is kept where nobody has changed it. */
async function nextBatch(source: Source, read: Sending | null): Promise<Batch | null> {
  const { db, clock, way, hold } = source
  for (;;) {
    const heard = source.heard()
    const sending = await firstSending(db, way, nowOf(source), read)
    if (!sending) return null
    if (!sending.isSpread) await spreadNext(db, sending, nowOf(source))
    const nowMs = clock.nowMs()
    const deliveries = await takeDeliveries(db, sending, AT_ONCE, nowMs, nowMs + HELD_FOR_MS)
    hold.add(sending, deliveries, nowMs + HELD_FOR_MS)
    if (deliveries.length > 0) return { sending, deliveries, heard }
    // Another process is just taking the last of them.
    if (sending.isSpread && !(await closeWhereNoneWaits(db, sending, nowOf(source)))) return null
  }
}

const nowOf = ({ clock }: Source): Instant => instantFromMs(clock.nowMs())
