import type { ColumnType } from 'kysely'
import type { Registered } from '../../../shared/domains/notices/channels.ts'
import type { LetterProblem } from '../../../shared/domains/notices/tables.ts'
import type { ConsentId, NoticeId, NoticeRunId, TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'

/** One attempt to hand a notice over. `begun` stands before anything is sent: whether the print centre has it is asked for first. */
export interface NoticeLettersTable {
  town_id: TownId
  notice_id: NoticeId
  attempt: number
  run_id: NoticeRunId
  /** `settled`: posted, and the post has said what became of it in the end. `provided` and `to-print` never were at the print centre. */
  state: 'begun' | 'handed-over' | 'dispatched' | 'settled' | 'failed' | 'cancelled' | 'provided' | 'to-print'
  /** How the post registers it. */
  registered: Registered | null
  letter_id: string | null
  sha256: string | null
  begun_at: Instant | null
  handed_over_at: Instant | null
  asked_at: Instant | null
  /** The print centre's own number: 1 to 4, or 99. */
  status: number | null
  problem: string | null
}

/** What was found in a finished letter, and of which run as it was given for release. */
export interface NoticeChecksTable {
  town_id: TownId
  notice_id: NoticeId
  run_id: NoticeRunId
  content_hash: string
  pages: number
  problems: ColumnType<readonly LetterProblem[], string, string>
  /** Of the file for the print centre, and of the one for a mailbox; empty where there was none. */
  sha256: string
  account_sha256: string
}

/** Which process does something now, and until when nobody else may. */
export interface NoticeDutiesTable {
  town_id: TownId
  duty: string
  holder: string
  until: Instant
}

/** A finished letter as it was checked; `print` for the print centre and for printing here, `account` for a mailbox. */
export interface NoticeFilesTable {
  town_id: TownId
  notice_id: NoticeId
  rendition: 'print' | 'account'
  /** Of the run as it was given for release. */
  content_hash: string
  sha256: string
  bytes: Uint8Array
}

/** Whoever has the key gets into the mailbox; only its hash is kept. */
export interface ConsentKeysTable {
  town_id: TownId
  key_hash: string
  consent_id: ConsentId
  created_at: Instant
}
