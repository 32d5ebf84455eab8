import type { NoticeContent, Recipient } from '../../../shared/domains/notices/content.ts'
import type { LetterProblem, Notice, NoticeKind, Sent } from '../../../shared/domains/notices/tables.ts'
import { germanDay, germanMoment, plusCalendarDays } from '../../../shared/german-days.ts'
import { derivedUuid } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Random } from '../random.ts'
import { withMailboxes } from './consents.ts'
import { unwieldyRecipient } from './debtors.ts'
import { inventDogTax } from './dog-tax.ts'
import { FATES, factsOf } from './fates.ts'
import { DEMO_KINDS } from './kinds.ts'
import { arrivedRun, by, checkedRun, handedOverRun, type MadeRun } from './make-run.ts'
import { inventUmlage } from './umlage.ts'
import { lastWorkingDay } from './working-days.ts'

export interface RunsAround {
  readonly now: Instant
  readonly random: Random
}

/** How many notices the demo's runs have. */
const SENT = 120
const WAITING = 36
const DRAFTED = 24
const DOGS = 40
const PRINTED_HERE = 12

/** The first so many of the run that was sent left some days before the rest: the print centre took no more on one day. */
const FIRST_DAY = 80
const FIRST_POSTED_AGO = 40
const REST_POSTED_AGO = 29
/** Kept back before the run was given for release. */
const LEFT_OUT: ReadonlyMap<number, string> = new Map([[57, 'Grundstück ist verkauft, neuer Eigentümer noch nicht im Grundbuch'], [71, 'Empfänger verstorben, Erben werden ermittelt']])
/** Failed at first, was repeated and posted yesterday; failed and was not repeated. */
const REPEATED = 112
const FAILED = 116
const REASON = 'E201 Anschrift nicht lesbar'

/** One run in every stage that somebody meets: sent, waiting for release, given back to be mended, waiting to be printed in the house, and one of which all is final. */
export function demoRuns(around: RunsAround): readonly MadeRun[] {
  return [dogTaxRun(around), withMailboxes(sentRun(around), around.now), draftRun(around), waitingRun(around), printHereRun(around)]
}

interface Owed extends RunsAround {
  readonly count: number
  /** The number of the first in the books of the year. */
  readonly first: number
  readonly dueDay: string
  readonly districts: readonly string[]
}

const lastYear = (now: Instant): number => Number(germanDay(now).slice(0, 4)) - 1

const umlagen = ({ now, random, count, first, dueDay, districts }: Owed): readonly NoticeContent[] =>
  Array.from({ length: count }, (_, index) => inventUmlage(random, { year: lastYear(now), number: first + index, dueDay, districts }).content)

/** So many lines of tables find room on two pages; words for whoever is no owner take one of them. */
const MOST_LINES_ON_TWO = 32
const umlagePages = ({ parcels, items, debtorRole }: NoticeContent): number => (parcels.length + items.length + (debtorRole === 'owner' ? 0 : 1) > MOST_LINES_ON_TWO ? 3 : 2)
/** What is to be paid finds room on one, how to object on the second. */
const dogTaxPages = (): number => 2

function sentRun({ now, random }: RunsAround): MadeRun {
  const today = germanDay(now)
  const day = (ago: number): string => lastWorkingDay(plusCalendarDays(today, -ago))
  const districts = ['Lüderitz', 'Grieben', 'Bellingen', 'Demker']
  const contents = umlagen({ now, random, count: SENT, first: 1, dueDay: plusCalendarDays(today, 4), districts })
  const kind = DEMO_KINDS.umlage
  const { run, notices } = arrivedRun({ key: 'umlage-sent', kind, title: `Umlage ${lastYear(now)}: ${districts.join(', ')}`, fileName: `umlage-${lastYear(now)}-teil-1.csv`, createdAt: germanMoment(day(43), '09:10'), contents })
  const kept = notices.map(notice => {
    const reason = LEFT_OUT.get(notice.number)
    return reason === undefined ? notice : { ...notice, leftOut: { ...by('katrin.sommer', germanMoment(day(43), '09:35')), reason } }
  })
  const postedDay = ({ number }: Notice): string => (number === REPEATED ? plusCalendarDays(today, -1) : day(number <= FIRST_DAY ? FIRST_POSTED_AGO : REST_POSTED_AGO))
  return handedOverRun(checkedRun({ run, notices: kept }, { kind, dated: day(42), pages: umlagePages }), {
    releasedDay: day(42),
    sentOf: notice => {
      if (notice.number === FAILED) return { sent: failed(notice, day(41)), facts: [] }
      const posted = postedDay(notice)
      const facts = factsOf({ noticeId: notice.id, postedDay: posted, isAbroad: notice.content.recipient.country !== '', entries: FATES.get(notice.number) ?? [], today, now })
      return { sent: dispatched(notice, posted, notice.number === REPEATED ? 2 : 1), facts: [...facts] }
    },
  })
}

const letterIdOf = ({ id }: Notice, attempt: number): string => String(parseInt(derivedUuid(id, `letter/${attempt}`).slice(0, 7), 16))

const dispatched = (notice: Notice, postedDay: string, attempt: number): Sent => ({
  channel: 'post', state: 'dispatched', attempt, letterId: letterIdOf(notice, attempt), handedOverAt: germanMoment(lastWorkingDay(plusCalendarDays(postedDay, -1)), '14:24'), changedAt: germanMoment(postedDay, '21:40'), postedDay, reason: null, sha256: null, track: null,
})

const failed = (notice: Notice, day: string): Sent => ({
  channel: 'post', state: 'failed', attempt: 1, letterId: letterIdOf(notice, 1), handedOverAt: null, changedAt: germanMoment(day, '16:02'), postedDay: null, reason: REASON, sha256: null, track: null,
})

function dogTaxRun({ now, random }: RunsAround): MadeRun {
  const postedDay = lastWorkingDay(plusCalendarDays(germanDay(now), -310))
  const year = Number(postedDay.slice(0, 4))
  const contents = Array.from({ length: DOGS }, (_, index) => inventDogTax(random, { year, number: index + 1 }))
  const kind: NoticeKind = DEMO_KINDS.dogTax
  const dated = lastWorkingDay(plusCalendarDays(postedDay, -1))
  const made = arrivedRun({ key: 'hundesteuer', kind, title: `Hundesteuer ${year}`, fileName: `hundesteuer-${year}.xlsx`, createdAt: germanMoment(lastWorkingDay(plusCalendarDays(dated, -1)), '11:00'), contents })
  return handedOverRun(checkedRun(made, { kind, dated, pages: dogTaxPages }), {
    releasedDay: dated,
    sentOf: notice => ({
      sent: dispatched(notice, postedDay, 1),
      facts: [...factsOf({ noticeId: notice.id, postedDay, isAbroad: false, entries: [], today: germanDay(now), now })],
    }),
  })
}

function waitingRun({ now, random }: RunsAround): MadeRun {
  const today = germanDay(now)
  const districts = ['Uchtdorf', 'Windberge', 'Schernebeck']
  const contents = umlagen({ now, random, count: WAITING, first: 300, dueDay: plusCalendarDays(today, 60), districts })
  const dated = lastWorkingDay(plusCalendarDays(today, -1))
  const made = arrivedRun({ key: 'umlage-waiting', kind: DEMO_KINDS.umlage, title: `Umlage ${lastYear(now)}: ${districts.join(', ')}`, fileName: `umlage-${lastYear(now)}-teil-3.csv`, createdAt: germanMoment(dated, '09:40'), contents })
  return checkedRun(made, { kind: DEMO_KINDS.umlage, dated, pages: umlagePages })
}

/** Released yesterday, and on nobody's printer yet. */
function printHereRun({ now, random }: RunsAround): MadeRun {
  const today = germanDay(now)
  const contents = umlagen({ now, random, count: PRINTED_HERE, first: 400, dueDay: plusCalendarDays(today, 60), districts: ['Cobbel'] })
  const dated = lastWorkingDay(plusCalendarDays(today, -1))
  const at = germanMoment(dated, '14:25')
  const made = arrivedRun({ key: 'umlage-here', kind: DEMO_KINDS.umlage, title: `Umlage ${lastYear(now)}: Cobbel`, fileName: `umlage-${lastYear(now)}-teil-4.csv`, createdAt: germanMoment(dated, '08:20'), contents })
  const here = { ...made, notices: made.notices.map(notice => ({ ...notice, way: { channel: 'here' as const, registered: null } })) }
  return handedOverRun(checkedRun(here, { kind: DEMO_KINDS.umlage, dated, pages: umlagePages }), {
    releasedDay: dated,
    sentOf: () => ({ sent: { channel: 'here', state: 'to-print', attempt: 1, letterId: null, handedOverAt: at, changedAt: at, postedDay: null, reason: null, sha256: null, track: null }, facts: [] }),
  })
}

/** The numbers of those whose address does not fit into the window of an envelope. */
const UNWIELDY: ReadonlySet<number> = new Set([7, 13, 19])

/** What the service finds in such a letter: its last line stands below the window. */
const problemsOf = ({ name, postalCode, place }: Recipient): LetterProblem[] => [
  { code: 'window-not-empty', page: 1, found: `${postalCode}${place}` }, { code: 'recipient-lines', page: 1, found: '7' }, { code: 'recipient-differs', page: 1, found: name.replaceAll(' ', '') },
]

function draftRun({ now, random }: RunsAround): MadeRun {
  const today = germanDay(now)
  const districts = ['Bittkau', 'Kehnert']
  const contents = umlagen({ now, random, count: DRAFTED, first: 200, dueDay: plusCalendarDays(today, 60), districts })
    .map((content, index) => (UNWIELDY.has(index + 1) ? { ...content, recipient: unwieldyRecipient(random), salutation: '' } : content))
  const yesterday = lastWorkingDay(plusCalendarDays(today, -1))
  const at = germanMoment(yesterday, '15:10')
  const { run, notices } = arrivedRun({ key: 'umlage-draft', kind: DEMO_KINDS.umlage, title: `Umlage ${lastYear(now)}: ${districts.join(', ')}`, fileName: `umlage-${lastYear(now)}-teil-2.csv`, createdAt: at, contents })
  const returned = { ...by('katrin.sommer', germanMoment(yesterday, '15:31')), reason: 'Drei Anschriften sind zu lang für das Fenster des Umschlags.' }
  return {
    run: { ...run, returned },
    notices: notices.map(notice => ({ ...notice, checked: { channel: 'post', pages: umlagePages(notice.content), problems: UNWIELDY.has(notice.number) ? problemsOf(notice.content.recipient) : [] } })),
  }
}
