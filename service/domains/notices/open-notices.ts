import { randomUUID } from 'node:crypto'
import type { TownId } from '../../../shared/ids.ts'
import type { Clock } from '../../../shared/time.ts'
import { backoffMs } from '../../delivery/backoff.ts'
import type { Log } from '../../log.ts'
import type { Database } from '../../store/database.ts'
import { checkRuns } from './check/check-runs.ts'
import { createDuty } from './duty.ts'
import { fallBack } from './mailbox/fall-back.ts'
import { accessOf, type PrintCentreSettings } from './print-centre/print-centre-settings.ts'
import { createPrintCentre } from './print-centre/print-centre.ts'
import { createRounds, type Rounds } from './rounds.ts'
import { askStates } from './sending/ask-states.ts'
import { askTracks } from './sending/ask-tracks.ts'
import { leaveRuns } from './sending/leave-runs.ts'
import { sendRuns } from './sending/send-runs.ts'
import type { FinishingParts } from './typeset/finish-notice.ts'

export interface NoticePost {
  readonly check: Rounds
  /** Has notices go by post that nobody opened in their mailbox. */
  readonly fallBack: Rounds
  /** What goes into mailboxes or is printed in the house leaves first, and for itself: where the print centre is away or there is none only the post waits. */
  readonly send: Pick<Rounds, 'runDue'>
  readonly ask: Rounds | null
  start(): void
  /** Ends after what is in hand. */
  close(): Promise<void>
}

export interface NoticePostParts {
  readonly database: Pick<Database, 'db'>
  readonly townId: TownId
  readonly clock: Clock
  readonly log: Log
  readonly settings: PrintCentreSettings
  readonly fetch: typeof globalThis.fetch
  /** Not those of the desks: nobody waits for a page until 2,100 letters are set. Ended by `close`. */
  readonly finishing: FinishingParts
  /** So soon the next process takes over from one that was killed; longer than a call to the print centre may take. */
  readonly heldForMs?: number
  readonly backoffMs?: (failures: number) => number
}

const HELD_FOR_MS = 30_000
const EVERY_MS = 2_000
/** Whoever waits for what falls back has waited for days. */
const FALL_BACK_EVERY_MS = 60_000
const BYTES_PER_MEGABYTE = 1_000_000

/** Everything that makes, checks and sends mass notices. */
export function openNoticePost({ database: { db }, townId, clock, log, settings, fetch, finishing, heldForMs = HELD_FOR_MS, backoffMs: waitMs = failures => backoffMs(failures, Math.random()) }: NoticePostParts): NoticePost {
  const holder = randomUUID()
  const duty = (name: Parameters<typeof createDuty>[1]) => createDuty({ db, townId, clock, holder, heldForMs }, name)
  const common = { clock, log, backoffMs: waitMs, everyMs: Math.min(EVERY_MS, heldForMs / 4) }
  const access = accessOf(settings)
  const printCentre = access && createPrintCentre({ access, fetch, clock })
  const check = createRounds({ ...common, name: 'check', duty: duty('check'), work: mayGoOn => checkRuns({ ...finishing, db, townId, clock, log }, mayGoOn) })
  const leave = createRounds({
    ...common, name: 'leave', duty: duty('leave'), work: (mayGoOn, inEveryRun) => leaveRuns({ ...finishing, db, townId, clock, inEveryRun, lettersAtOnce: settings.printCentreLettersPerCall }, mayGoOn),
  })
  const send = createRounds({
    ...common, name: 'send', duty: duty('send'),
    work: (mayGoOn, inEveryRun) => sendRuns({ ...finishing, db, townId, clock, inEveryRun, printCentre, lettersPerCall: settings.printCentreLettersPerCall, bytesPerCall: settings.printCentreMegabytesPerCall * BYTES_PER_MEGABYTE }, mayGoOn),
  })
  const asking = printCentre && { db, townId, clock, printCentre, soonestMs: settings.printCentreAskSeconds * 1_000 }
  const ask = asking && createRounds({ ...common, name: 'ask', duty: duty('ask'), work: async mayGoOn => (await askStates(asking, mayGoOn)) + (await askTracks(asking, mayGoOn)) })
  const back = createRounds({ ...common, name: 'fall-back', duty: duty('fall-back'), restMs: FALL_BACK_EVERY_MS, work: mayGoOn => fallBack({ db, townId, clock }, mayGoOn) })
  const all = [check, back, leave, send, ask].filter(rounds => rounds !== null)
  return {
    check, fallBack: back, ask, send: { runDue: async () => (await leave.runDue()) + (await send.runDue()) },
    start: () => all.forEach(rounds => rounds.start()),
    close: async () => {
      await Promise.all(all.map(rounds => rounds.stop()))
      await Promise.all([finishing.typesetter.close(), finishing.preflighter.close()])
    },
  }
}
