import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { TICKET_DICTIONARY, ticketPayload, visitOfPayload, type CarriedVisit } from '../../../../shared/domains/vaccinations/ticket-payload.ts'
import { MOST_TICKET_LETTERS, ticketBytes, ticketText } from '../../../../shared/domains/vaccinations/ticket-text.ts'
import type { VaccinationSession, Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'

/** Whose tickets are written and read: those of one session of one town. */
export interface TicketIssuer {
  readonly townId: TownId
  readonly session: Pick<VaccinationSession, 'id' | 'ticketKey'>
}

const CIPHER = 'aes-256-gcm'
const KEY_BYTES = 32
const MARK_BYTES = 4
const HEAD_BYTES = 2 * MARK_BYTES
export const NONCE_BYTES = 12
const TAG_BYTES = 16
/** No visit is longer; what claims to be is none. */
const MOST_BYTES = 256 * 1024
const dictionary = Buffer.from(TICKET_DICTIONARY)

/**
 * The state of a visit as a text for a QR code: packed, and sealed with the session's key. Sealed and not only signed,
 * because paper is lost and photographed: without the key it tells nothing of the person, and with it any change shows.
 *
 * Marks of town and session stand before it, so that a ticket of another one is told from a forged one, and a checksum
 * behind it, so that one that was read badly is scanned again and not suspected.
 */
export function sealTicket({ townId, session }: TicketIssuer, visit: Visit, nonce: Uint8Array): Result<{ readonly text: string }> {
  const key = keyOf(session)
  if (!key) return refuse('vaccinations/ticket-no-key')
  const head = Buffer.concat([mark(townId), mark(`${townId}/${session.id}`)])
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(head)
  const sealed = Buffer.concat([cipher.update(deflateRawSync(ticketPayload(visit), { dictionary, level: 9 })), cipher.final(), cipher.getAuthTag()])
  const whole = Buffer.concat([head, nonce, sealed])
  const text = ticketText(Buffer.concat([whole, mark(whole)]))
  return text.length > MOST_TICKET_LETTERS ? refuse('vaccinations/ticket-too-long') : ok({ text })
}

/** The visit on a ticket of this session, or why it cannot be taken from there. Nothing that is scanned or typed is an exception. */
export function openTicket({ townId, session }: TicketIssuer, text: string): Result<{ readonly visit: CarriedVisit }> {
  const key = keyOf(session)
  if (!key) return refuse('vaccinations/ticket-no-key')
  const bytes = ticketBytes(text)
  if (!bytes || bytes.length <= HEAD_BYTES + NONCE_BYTES + TAG_BYTES + MARK_BYTES) return refuse('vaccinations/ticket-unreadable')
  const whole = Buffer.from(bytes.subarray(0, -MARK_BYTES))
  if (!mark(whole).equals(bytes.subarray(-MARK_BYTES))) return refuse('vaccinations/ticket-unreadable')
  if (!mark(townId).equals(whole.subarray(0, MARK_BYTES))) return refuse('vaccinations/ticket-other-town')
  if (!mark(`${townId}/${session.id}`).equals(whole.subarray(MARK_BYTES, HEAD_BYTES))) return refuse('vaccinations/ticket-other-session')
  const packed = unsealed(key, whole)
  if (!packed) return refuse('vaccinations/ticket-changed')
  const visit = visitOfPayload(packed)
  return visit?.sessionId === session.id ? ok({ visit }) : refuse('vaccinations/ticket-unreadable')
}

/** Null until the service has given the session its key. */
function keyOf({ ticketKey }: TicketIssuer['session']): Buffer | null {
  const key = Buffer.from(ticketKey, 'base64')
  return key.length === KEY_BYTES ? key : null
}

const mark = (of: string | Uint8Array): Buffer => createHash('sha256').update(of).digest().subarray(0, MARK_BYTES)

/** The payload; empty where a newer program packed it another way, null where the seal does not fit. */
function unsealed(key: Buffer, whole: Buffer): string | null {
  const nonce = whole.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(whole.subarray(0, HEAD_BYTES)).setAuthTag(whole.subarray(-TAG_BYTES))
  let packed: Buffer
  try {
    packed = Buffer.concat([decipher.update(whole.subarray(HEAD_BYTES + NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
  try {
    return inflateRawSync(packed, { dictionary, maxOutputLength: MOST_BYTES }).toString()
  } catch {
    return ''
  }
}
