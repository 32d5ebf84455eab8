import * as z from 'zod'
import { sha256Hex } from '../../../../shared/canonical.ts'
import type { Language } from '../../../../shared/domains/alerts/content.ts'
import { identifierOf } from '../../../../shared/domains/alerts/identifier.ts'
import { shortRendition } from '../../../../shared/domains/alerts/renditions.ts'
import type { HandOver } from '../sending/hand-over.ts'
import type { Sending } from '../sending/open-sending.ts'
import type { Delivery } from '../sending/deliveries.ts'
import type { ReadBack } from '../sending/read-back.ts'
import { ANSWER_WITHIN_MS, outcomeOf } from './answered.ts'

export interface SmsWay {
  readonly url: string
  readonly token: string
  readonly fetch: typeof globalThis.fetch
  /** Whether nobody has found meanwhile that something else was kept: those who come next were taken before. */
  readonly isOpen: (sending: Sending) => Promise<boolean>
  /** Told what the gateway had kept of a message. */
  readonly note: (sending: Sending, readBack: ReadBack) => Promise<void>
}

type Outcome = Awaited<ReturnType<HandOver>>

const Taken = z.object({ id: z.string().min(1).max(200) })
const Kept = z.object({ text: z.string().max(10_000) })
const NOT_AS_APPROVED: Outcome = { failed: 'read-back' }

/**
 * Hands short messages to a gateway. Of the next few people's messages the first one in each language is read back before any other goes out:
 * what the gateway keeps is what people will read, whatever was given to it.
 */
export function createSmsWay(way: SmsWay): HandOver {
  const checks = new WeakMap<Sending, Map<Language, Promise<ReadBack | null>>>()
  return async (sending, delivery) => {
    const checked = checks.get(sending) ?? new Map<Language, Promise<ReadBack | null>>()
    checks.set(sending, checked)
    const before = checked.get(delivery.language)
    // Nothing may be waited for between looking and saying that this one is the first.
    const verdict = before ? await before : null
    if (verdict === 'different') return NOT_AS_APPROVED
    if (verdict) return (await handed(way, sending, delivery)).outcome
    const first = firstHanded(way, sending, delivery)
    checked.set(delivery.language, first.then(({ readBack }) => readBack, () => null))
    return (await first).outcome
  }
}

async function firstHanded(way: SmsWay, sending: Sending, delivery: Delivery): Promise<{ readonly outcome: Outcome; readonly readBack: ReadBack | null }> {
  if (!(await way.isOpen(sending))) return { outcome: NOT_AS_APPROVED, readBack: 'different' }
  const { outcome, id } = await handed(way, sending, delivery)
  if (outcome !== 'handed') return { outcome, readBack: null }
  const readBack = id === null ? 'unreadable' : await readBackOf(way, id, textFor(sending, delivery))
  await way.note(sending, readBack)
  if (id !== null && readBack === 'different') await takeBack(way, id)
  return { outcome: readBack === 'different' ? NOT_AS_APPROVED : outcome, readBack }
}

const textFor = ({ alert }: Sending, { language }: Delivery): string => shortRendition(alert, language).body

/** The same key at every attempt: a gateway that has the message already takes it as the same one. */
async function handed({ url, token, fetch }: SmsWay, sending: Sending, delivery: Delivery): Promise<{ readonly outcome: Outcome; readonly id: string | null }> {
  const reference = identifierOf(sending.townId, sending.alert)
  const response = await fetch(url, {
    method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS), body: JSON.stringify({ to: delivery.address, text: textFor(sending, delivery), reference }),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': sha256Hex(`${reference}/${delivery.subscriberId}`) },
  })
  const answer = Taken.safeParse(await response.json().catch(() => null))
  return { outcome: outcomeOf(response), id: answer.data?.id ?? null }
}

/** Best if it has not left the gateway yet; where it has, nothing more can be done from here. */
async function takeBack({ url, token, fetch }: SmsWay, id: string): Promise<void> {
  const asked = { method: 'DELETE', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS), headers: { authorization: `Bearer ${token}` } } as const
  await fetch(`${url}/${encodeURIComponent(id)}`, asked).then(response => response.body?.cancel(), () => undefined)
}

/** That it cannot be read says nothing against it: a warning is not held up by that, and the board says so. */
async function readBackOf({ url, token, fetch }: SmsWay, id: string, approved: string): Promise<ReadBack> {
  try {
    const response = await fetch(`${url}/${encodeURIComponent(id)}`, { redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS), headers: { authorization: `Bearer ${token}` } })
    const kept = Kept.safeParse(await response.json())
    if (!response.ok || !kept.success) return 'unreadable'
    return kept.data.text === approved ? 'same' : 'different'
  } catch {
    return 'unreadable'
  }
}
