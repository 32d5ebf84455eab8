import type { CaseDelivery, DeliveryLine, DeliveryQuery, PrintFile } from '../../../../../shared/contract/notice-deliveries.ts'
import type { Channel, Registered } from '../../../../../shared/domains/notices/channels.ts'
import { clockOf } from '../../../../../shared/domains/notices/clock/clock.ts'
import { ruleSetCalled } from '../../../../../shared/domains/notices/clock/finality.ts'
import { ruleSetsOf } from '../../../../../shared/domains/notices/clock/town-rule-sets.ts'
import { bookingCsv } from '../../../../../shared/domains/notices/ledger-booking.ts'
import { sheetsOf } from '../../../../../shared/domains/notices/price.ts'
import { filesOf, inPostalOrder } from '../../../../../shared/domains/notices/print-order.ts'
import type { Notice, NoticeRun, SentState } from '../../../../../shared/domains/notices/tables.ts'
import { germanDay, germanDayAt } from '../../../../../shared/german-days.ts'
import type { NoticeId, NoticeRunId } from '../../../../../shared/ids.ts'
import type { Instant } from '../../../../../shared/time.ts'
import type { Database } from '../../../cache/database.ts'
import { effectiveAll, effectiveWhere, getEffective } from '../../../cache/rows.ts'
import { shownWhere } from '../../../cache/shown-rows.ts'
import { statement } from '../../../cache/statements.ts'
import { kindsByRun } from '../named-notices.ts'
import { decisionLines, deliveriesOfCase } from './decision-letters.ts'
import { filteredDeliveries, keyed, orderedDeliveries, type KeyedLine } from './delivery-lines.ts'

/** What is asked about how notices and decisions reach their recipients, answered without the service. */
export interface NoticeDeliveryQueries {
  list(query: DeliveryQuery): { rows: DeliveryLine[]; total: number }
  ofCase(applicationId: string): CaseDelivery[]
  toPrint(runId: string): PrintFile[]
  booking(runId: string): string
}

interface Parts {
  readonly cache: { readonly db: Database }
  readonly now: () => number
}

// Of a notice only these words are read: all runs together have tens of thousands.
const OF_LINE = `id, run_id, content ->> '$.recipient.name' AS name, content ->> '$.reference' AS reference, way ->> '$.registered' AS registered, sent ->> '$.channel' AS channel, sent ->> '$.state' AS state,
  sent ->> '$.letterId' AS letter_id, sent ->> '$.postedDay' AS posted_day, sent ->> '$.handedOverAt' AS handed_over_at`
const LINES = shownWhere('notices', 'sent IS NOT NULL', OF_LINE)
const CHANGES = 'SELECT (SELECT data_version FROM pragma_data_version) AS others, total_changes() AS own'

export function createNoticeDeliveryQueries({ cache: { db }, now }: Parts): NoticeDeliveryQueries {
  const lines = createLines(db)
  return {
    list: ({ order, isDescending, start, end, ...filter }) => {
      const found = orderedDeliveries(filteredDeliveries(lines(), filter), order, isDescending)
      return { rows: found.slice(start, end).map(({ line }) => line), total: found.length }
    },
    ofCase: applicationId => deliveriesOfCase(db, applicationId),
    toPrint: runId => printFiles(getEffective(db, 'notice_runs', runId), effectiveWhere(db, 'notices', 'run_id', runId)),
    booking: runId => bookingOf(db, runId, germanDayAt(now())),
  }
}

/** The lines as they are now; somebody who scrolls or types asks for them many times before anything in the cache has changed. */
function createLines(db: Database): () => readonly KeyedLine[] {
  let known: { readonly at: string; readonly lines: readonly KeyedLine[] } | undefined
  return () => {
    const at = JSON.stringify(statement(db, CHANGES).get())
    if (known?.at !== at) known = { at, lines: linesOf(db) }
    return known.lines
  }
}

interface Found {
  readonly id: string
  readonly run_id: string
  readonly name: string
  readonly reference: string
  readonly registered: Registered | null
  readonly channel: Channel
  readonly state: SentState
  readonly letter_id: string | null
  readonly posted_day: string | null
  readonly handed_over_at: Instant | null
}

function linesOf(db: Database): readonly KeyedLine[] {
  const kindOf = kindsByRun(db)
  const ofRuns = (statement(db, LINES).all() as Found[]).map(({ id, run_id, name, reference, registered, channel, state, letter_id, posted_day, handed_over_at }) => {
    const kind = kindOf(run_id)?.kind
    const day = posted_day ?? (handed_over_at && germanDay(handed_over_at))
    return keyed({ id: id as NoticeId, runId: run_id as NoticeRunId, applicationId: null, name, reference, kindTitle: kind?.title ?? '', channel, registered, state, day, letterId: letter_id ?? '' }, kind?.id ?? null)
  })
  return [...ofRuns, ...decisionLines(db).map(line => keyed(line, null))]
}

function printFiles(run: NoticeRun | undefined, notices: readonly Notice[]): PrintFile[] {
  const isDuplex = run?.submitted?.paper.isDuplex ?? false
  // Parted with those that have gone: the file in somebody's hand keeps its number.
  const here = notices.filter(({ sent }) => sent?.state === 'to-print' || sent?.state === 'printed')
  const files = filesOf(inPostalOrder(here.map(({ id, number, content: { recipient }, checked, sent }) => ({ id, number, recipient, pages: checked?.pages ?? 1, isWaiting: sent?.state === 'to-print' }))))
  return files.flatMap((letters, index) => {
    const file = letters.filter(({ isWaiting }) => isWaiting)
    if (file.length === 0) return []
    return [{
      place: index + 1, files: files.length, noticeIds: file.map(({ id }) => id), from: whereTo(file[0]), to: whereTo(file.at(-1)),
      sheets: file.reduce((sum, { pages }) => sum + sheetsOf(pages, isDuplex), 0),
    }]
  })
}

const whereTo = (letter: { readonly recipient: Notice['content']['recipient'] } | undefined): string =>
  letter ? [letter.recipient.postalCode, letter.recipient.place, letter.recipient.country].filter(Boolean).join(' ') : ''

function bookingOf(db: Database, runId: string, today: string): string {
  const about = kindsByRun(db)(runId)
  if (!about) return ''
  const { run, kind } = about
  const ruleSet = ruleSetCalled(kind.ruleSetId, ruleSetsOf(effectiveAll(db, 'notice_rule_sets')))
  const announcedOn = ({ facts }: Notice): string | null => {
    const { announced } = clockOf({ facts, ruleSet, on: today })
    return announced.kind === 'announced' ? announced.day : null
  }
  const before = ({ replaces }: Notice) => {
    const notice = replaces === null ? undefined : getEffective(db, 'notices', replaces)
    return notice && { notice, givenAt: getEffective(db, 'notice_runs', notice.runId)?.booked?.at ?? null }
  }
  return bookingCsv(run, effectiveWhere(db, 'notices', 'run_id', runId).toSorted((one, other) => one.number - other.number), { announcedOn, before })
}
