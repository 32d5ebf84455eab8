import { contentHash, sha256Hex } from '../../../shared/canonical.ts'
import { blocksById, withBlocks } from '../../../shared/domains/letters/text-blocks.ts'
import type { LetterTemplate } from '../../../shared/domains/letters/tables.ts'
import { USUAL_WAY } from '../../../shared/domains/notices/channels.ts'
import { hashOfNotices, type NoticeContent } from '../../../shared/domains/notices/content.ts'
import { postageOf, pricesOn } from '../../../shared/domains/notices/price.ts'
import { NOTHING_SENT, type Notice, type NoticeKind, type NoticeRun, type Paper } from '../../../shared/domains/notices/tables.ts'
import { germanMoment } from '../../../shared/german-days.ts'
import { derivedUuid, NoticeId, NoticeRunId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { DEPARTMENTS, letterheadOf, TOWN } from '../town.ts'
import { demoPerson } from './people.ts'
import { demoNoticeTemplates } from './templates.ts'
import { demoTextBlocks } from './text-blocks.ts'

/** A run with its notices. */
export interface MadeRun {
  readonly run: NoticeRun
  readonly notices: readonly Notice[]
}

interface RunPlan {
  readonly key: string
  readonly kind: NoticeKind
  readonly title: string
  readonly fileName: string
  readonly createdAt: Instant
  readonly contents: readonly NoticeContent[]
}

const CLERK = 'katrin.sommer'
const LEAD = 'petra.lindner'

export const runIdOf = (key: string): NoticeRunId => NoticeRunId.parse(derivedUuid(TOWN.id, `notice-run/${key}`))

export const by = (login: string, at: Instant) => {
  const { personId, name } = demoPerson(login)
  return { at, byPersonId: personId, byName: name }
}

/** A run as it stands when its whole table has arrived. */
export function arrivedRun({ key, kind, title, fileName, createdAt, contents }: RunPlan): MadeRun {
  const id = runIdOf(key)
  const { personId, name } = demoPerson(CLERK)
  const notices = contents.map((content, index): Notice => ({
    id: NoticeId.parse(derivedUuid(id, `notice/${index + 1}`)), scope: kind.scope, version: 0, runId: id, number: index + 1, content, contentHash: contentHash(content),
    way: USUAL_WAY, replaces: null, leftOut: null, checked: null, sent: null, facts: [],
  }))
  const run: NoticeRun = {
    id, scope: kind.scope, version: 0, kindId: kind.id, title, createdAt, authors: [{ personId, name }], source: { fileName, sha256: sha256Hex(key) },
    expected: { count: contents.length, totalCents: sumOf(notices) }, added: contents.length,
    submitted: null, checked: null, returned: null, released: null, paused: null, cancelled: null, tally: NOTHING_SENT, handedOverAt: null, booked: null,
  }
  return { run, notices }
}

const sumOf = (notices: readonly Notice[]): number => notices.reduce((sum, { content }) => sum + content.totalCents, 0)

/** The same run, given for release and found to be in order: every letter has its pages. */
export function checkedRun({ run, notices }: MadeRun, { kind, dated, pages }: { readonly kind: NoticeKind; readonly dated: string; readonly pages: (content: NoticeContent) => number }): MadeRun {
  const paper = paperOf(kind, dated)
  const going = notices.filter(({ leftOut }) => leftOut === null)
  const rowsHash = hashOfNotices(going.map(({ number, contentHash: hash, way }) => ({ number, hash, way })))
  const hash = contentHash({ paper, rowsHash })
  const prices = pricesOn(dated)
  if (!prices) throw new Error(`there are no prices for ${dated}`)
  const counts = going.map(({ content }) => pages(content))
  const { cents, sheets } = postageOf({ pages: counts, isColor: kind.isColor, isDuplex: kind.isDuplex }, prices)
  const isHere = going.every(({ way }) => way.channel === 'here')
  return {
    run: {
      ...run,
      submitted: { ...by(CLERK, germanMoment(dated, '10:20')), contentHash: hash, rowsHash, count: going.length, totalCents: sumOf(going), paper },
      checked: { at: germanMoment(dated, '10:21'), contentHash: hash, letters: going.length, pages: counts.reduce((sum, count) => sum + count, 0), sheets, cents: isHere ? 0 : cents, withProblems: 0, byChannel: { post: isHere ? 0 : going.length, mailbox: 0, here: isHere ? going.length : 0 } },
    },
    notices: notices.map(notice => (notice.leftOut ? notice : { ...notice, checked: { channel: isHere ? 'here' as const : 'post' as const, pages: pages(notice.content), problems: [] } })),
  }
}

function paperOf(kind: NoticeKind, dated: string): Paper {
  const template = demoNoticeTemplates().find(({ id }) => id === kind.templateId)
  const department = DEPARTMENTS.find(({ id }) => id === 'steuern')
  if (!template || !department) throw new Error('a kind of notice without its template or its department')
  // Its words are those of today: a demo's runs were all given for release with them.
  const blocks = blocksById(demoTextBlocks(germanMoment(dated, '08:00')))
  return { template: printed(withBlocks(template, blocks)), letterhead: letterheadOf(department.id, department.name), dated, isColor: kind.isColor, isDuplex: kind.isDuplex, holdDays: kind.holdDays }
}

const printed = ({ id, templateVersion, subject, paragraphs, remedies, asked, outcome }: LetterTemplate): Paper['template'] =>
  ({ id, templateVersion, subject, paragraphs, remedies, asked, outcome })

/** What became of one notice of a run that was released. */
export type SentOf = (notice: Notice) => Pick<Notice, 'sent' | 'facts'>

/** The same run, released by the second person and handed over, each notice with what became of it. */
export function handedOverRun({ run, notices }: MadeRun, { releasedDay, sentOf }: { readonly releasedDay: string; readonly sentOf: SentOf }): MadeRun {
  const sent = notices.map(notice => (notice.leftOut ? notice : { ...notice, ...sentOf(notice) }))
  const count = (state: 'dispatched' | 'failed' | 'to-print'): number => sent.filter(notice => notice.sent?.state === state).length
  const looked = sent.filter(({ leftOut }) => leftOut === null).slice(0, 8).map(({ id }) => id)
  const released = { ...by(LEAD, germanMoment(releasedDay, '14:05')), contentHash: run.submitted?.contentHash ?? '', outAt: germanMoment(releasedDay, '14:20'), looked }
  return { run: { ...run, released, tally: { ...NOTHING_SENT, dispatched: count('dispatched'), failed: count('failed'), toPrint: count('to-print') }, handedOverAt: germanMoment(releasedDay, '14:26') }, notices: sent }
}
