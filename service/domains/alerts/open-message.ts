import type { Kysely } from 'kysely'
import { recordKey } from '../../../shared/command.ts'
import { identifierOf } from '../../../shared/domains/alerts/identifier.ts'
import { stageOf } from '../../../shared/domains/alerts/stage.ts'
import type { Alert, AlertTopic } from '../../../shared/domains/alerts/tables.ts'
import { AlertId, type TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** A message that went out, for whoever was told of it in short. */
export interface OpenMessage {
  readonly alert: Alert
  readonly stage: 'live' | 'expired' | 'over'
  readonly isHazard: boolean
  /** The name of what ended it. */
  readonly laterIdentifier: string | null
}

/** Where all of a message is read. */
export const messagePath = (identifier: string): string => `/portal/messages/${identifier}`

/** The message of this name, as long as nobody has stopped it; never a drill. */
export async function openMessage(db: Kysely<Schema>, townId: TownId, identifier: string, now: Instant): Promise<OpenMessage | null> {
  const id = AlertId.safeParse(identifier.slice(identifier.lastIndexOf('.') + 1))
  if (!id.success) return null
  const alert = await alertOf(db, townId, id.data)
  if (!alert?.released || alert.mode !== 'live' || identifierOf(townId, alert) !== identifier) return null
  const stage = stageOf(alert, now)
  if (stage !== 'live' && stage !== 'expired' && stage !== 'over') return null
  const topic = { table: 'alert_topics', id: alert.content.topicId } as const
  const kind = ((await loadRecords(db, townId, [topic], false)).get(recordKey(topic)) as AlertTopic | undefined)?.kind
  const later = alert.endedById && (await alertOf(db, townId, alert.endedById))
  return { alert, stage, isHazard: kind === 'hazard' && alert.kind !== 'all-clear', laterIdentifier: later?.released && !later.stopped ? identifierOf(townId, later) : null }
}

async function alertOf(db: Kysely<Schema>, townId: TownId, id: AlertId): Promise<Alert | undefined> {
  const record = { table: 'alerts', id } as const
  return (await loadRecords(db, townId, [record], false)).get(recordKey(record)) as Alert | undefined
}
