import type { ConsentId, NoticeId, TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'

/** Somebody asked for a mailbox; becomes an agreement under the same id once their address has confirmed it. */
export interface ConsentRequestsTable {
  town_id: TownId
  id: ConsentId
  kind_id: string
  reference: string
  name: string
  email: string
  language: 'de' | 'en'
  asked_at: Instant
}

/** A notice in a mailbox, with all that proves it. */
export interface NoticeProvisionsTable {
  town_id: TownId
  notice_id: NoticeId
  attempt: number
  consent_id: ConsentId
  /** Of `bytes`, the file as it was approved. */
  sha256: string
  bytes: Uint8Array
  provided_at: Instant
  /** Until the end of this day it has to be opened; null where the law asks for no opening. */
  open_until: string | null
  /** When the mail server took the word that something is waiting. */
  told_at: Instant | null
  /** When it was opened first. */
  retrieved_at: Instant | null
  /** When it went another way, because nobody had opened it. */
  ended_at: Instant | null
}
