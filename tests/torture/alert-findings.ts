import { sql } from 'kysely'
import type { Database } from '../../service/store/database.ts'
import { aTownsSettings } from '../../shared/domains/alerts/testing.ts'
import type { AlertMail, Received } from './alert-mail.ts'
import type { Sent } from './alert-newsroom.ts'

export interface AlertFindings {
  readonly messages: number
  /** Persons who were told of a message, over all messages. */
  readonly told: number
  /** Persons who were not told, or not told although the database says so. */
  readonly lost: number
  readonly twice: number
  readonly twicePercent: number
  /** 1 where more than one in a hundred was told twice. */
  readonly tooManyTwice: 0 | 1
  /** Messages that one person got under two names. */
  readonly renamed: number
  /** Told after the message was stopped, called off or over. */
  readonly late: number
  /** Told of what was not for them: another place, or a drill. */
  readonly strayed: number
}

/** What is in the sender's hands at that moment still goes out, and a busy machine takes a while to hear of it. */
const GRACE_MS = 1_000

/** What the mail server got, against what should have come. */
export async function judgeAlerts(database: Database, { received }: AlertMail, messages: readonly Sent[], people: number): Promise<AlertFindings> {
  const toldOf = (sent: Sent): ReadonlyMap<string, Received> => received.get(sent.identifier) ?? new Map()
  const known = new Set(messages.map(({ identifier }) => identifier))
  const all = messages.flatMap(sent => [...toldOf(sent)].map(([address, one]) => ({ sent, address, one })))
  const meant = new Map(messages.map(sent => [sent, addressesOf(sent, people)] as const))
  const missing = messages.filter(({ silentFromMs }) => silentFromMs === null).flatMap(sent => [...(meant.get(sent) ?? [])].filter(address => !toldOf(sent).has(address)))
  const twice = all.filter(({ one }) => one.count > 1).length
  return {
    messages: messages.length, told: all.length, twice, twicePercent: Number(((100 * twice) / all.length).toFixed(3)), tooManyTwice: twice > all.length / 100 ? 1 : 0,
    lost: missing.length + (await saidOnly(database, messages, toldOf)),
    renamed: all.filter(({ one }) => one.messageIds.size > 1).length,
    late: all.filter(({ sent, one }) => sent.silentFromMs !== null && one.lastMs > sent.silentFromMs + GRACE_MS).length,
    strayed: all.filter(({ sent, address }) => !meant.get(sent)?.has(address)).length + [...received.keys()].filter(identifier => !known.has(identifier)).length,
  }
}

/** A drill is for those in the settings alone; every other person wants to hear of another place only. */
function addressesOf({ mode, isForAll }: Sent, people: number): ReadonlySet<string> {
  if (mode === 'training') return new Set(aTownsSettings().trainingAddresses)
  const numbers = Array.from({ length: people }, (_, index) => index).filter(number => isForAll || number % 2 === 0)
  return new Set(numbers.map(number => `person.${number}@example.org`))
}

/** Deliveries that the database calls handed over, and the mail server never got. */
async function saidOnly({ db }: Database, messages: readonly Sent[], toldOf: (sent: Sent) => ReadonlyMap<string, Received>): Promise<number> {
  let count = 0
  for (const sent of messages) {
    const { rows } = await sql<{ address: string }>`
      select s.address from alert_deliveries d join subscribers s on s.town_id = d.town_id and s.id = d.subscriber_id where d.alert_id = ${sent.alertId} and d.state = 'handed'`.execute(db)
    count += rows.filter(({ address }) => !toldOf(sent).has(address)).length
  }
  return count
}
