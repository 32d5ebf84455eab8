import { germanDay, germanTime } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import { writtenDay } from '../letters/letter-for.ts'
import type { Sheet, SheetDocument } from '../letters/sheet.ts'
import type { Letterhead } from '../staff/tables.ts'
import type { Channel, Registered } from './channels.ts'
import type { FactKind, NoticeFact } from './clock/facts.ts'
import { knownFacts } from './clock/known-facts.ts'
import { addressLines } from './notice-letter-values.ts'
import type { Notice, NoticeRun, SentState } from './tables.ts'

/** One attempt to send a notice, as the service wrote it down. */
export interface AttemptMade {
  readonly attempt: number
  /** How it is called at the print centre. */
  readonly name: string
  readonly begunAt: Instant | null
  readonly handedOverAt: Instant | null
  readonly letterId: string | null
  readonly problem: string | null
}

/** Everything that is known about how one notice reached its recipient. */
export interface Proved {
  readonly notice: Notice
  readonly run: Pick<NoticeRun, 'title' | 'submitted' | 'released'>
  readonly kindTitle: string
  readonly letterhead: Letterhead | null
  readonly attempts: readonly AttemptMade[]
  readonly madeAt: Instant
  readonly madeBy: string
}

type Block = Sheet['blocks'][number]
type Row = readonly [string, string]

const EURO = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })

/** `2. November 2026, 09:15 Uhr` */
export const dayAndTime = (at: Instant): string => `${writtenDay(germanDay(at))}, ${germanTime(at)} Uhr`

/** The Zustellnachweis of a notice, to be filed and to be shown to a court. */
export function proofSheet({ notice, run, kindTitle, letterhead, attempts, madeAt, madeBy }: Proved): SheetDocument {
  const { content: { recipient, reference, totalCents }, number } = notice
  const about: readonly Row[] = [
    ['Empfänger', addressLines(recipient).join(', ')], ['Kassenzeichen', reference], ['Art', kindTitle], ['Lauf', `${run.title}, Nr. ${number}`],
    ['Bescheid vom', run.submitted ? writtenDay(run.submitted.paper.dated) : ''], ['Betrag', EURO.format(totalCents / 100)],
    ['Freigegeben', run.released ? `${run.released.byName}, ${dayAndTime(run.released.at)}` : ''],
  ]
  return {
    letter: {
      letterhead, recipient: [...addressLines(recipient)], reference, contact: { name: madeBy, telephone: '', email: '', room: '' }, subject: `Zustellnachweis zum Bescheid ${reference}`,
      blocks: [table('Bescheid', about), { kind: 'heading', text: 'Versand' }, table('Angabe', sentRows(notice)), ...attemptBlocks(attempts), ...factBlocks(notice.facts)],
      remedies: '', signatures: [`Ort, Datum, ${madeBy}`],
    },
    date: writtenDay(germanDay(madeAt)), verification: null, isDraft: false,
  }
}

/** A table of what is known; without the rows of which nothing is. */
export const table = (head: string, rows: readonly Row[]): Block => ({ kind: 'table', head: [head, ''], rows: rows.filter(([, value]) => value !== '').map(([label, value]) => [label, value]), total: null })

function sentRows({ sent, way }: Notice): readonly Row[] {
  if (!sent) return [['Stand', 'noch nicht versandt']]
  return [
    ['Weg', CHANNEL_WORDS[sent.channel] + (way.registered ? `, ${REGISTERED_WORDS[way.registered]}` : '')], ['Stand', `${STATE_WORDS[sent.state]} (${dayAndTime(sent.changedAt)})`],
    ['Übergeben', sent.handedOverAt ? dayAndTime(sent.handedOverAt) : ''], ['Zur Post gegeben', sent.postedDay ? writtenDay(sent.postedDay) : ''], ['Nummer des Briefs', sent.letterId ?? ''],
    ['Meldung der Post', sent.track ? `${sent.track.code} (${dayAndTime(sent.track.at)})` : ''], ['Grund', sent.reason ?? ''], ['Prüfsumme der Datei (SHA-256)', inGroups(sent.sha256 ?? '')],
  ]
}

/** Short enough to be broken into lines. */
export const inGroups = (hash: string): string => (hash.match(/.{1,16}/g) ?? []).join(' ')

function attemptBlocks(attempts: readonly AttemptMade[]): readonly Block[] {
  if (attempts.length === 0) return []
  const rows = attempts.map(({ attempt, name, begunAt, handedOverAt, letterId, problem }) => [
    `${attempt}: ${name}`, begunAt ? dayAndTime(begunAt) : '', handedOverAt ? dayAndTime(handedOverAt) : '', letterId ?? problem ?? '',
  ])
  return [{ kind: 'heading', text: 'Übergaben an das Druckzentrum' }, { kind: 'table', head: ['Versuch und Name dort', 'Begonnen', 'Übergeben', 'Nummer oder Grund'], rows, total: null }]
}

/** What holds after all corrections, with who entered it. */
function factBlocks(entered: readonly NoticeFact[]): readonly Block[] {
  const { facts } = knownFacts(entered)
  if (facts.length === 0) return []
  const items = facts.map(({ kind, day, at, byName, note }) => `${writtenDay(day)}: ${FACT_WORDS[kind]}${note && ` (${note})`}, ${byName ? `eingetragen von ${byName}` : 'gemeldet'} ${dayAndTime(at)}`)
  return [{ kind: 'heading', text: 'Was bekannt geworden ist' }, { kind: 'list', items }]
}

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = { post: 'Druckzentrum und Post', mailbox: 'Postfach', here: 'im Haus gedruckt, Post' }

const REGISTERED_WORDS: Readonly<Record<Registered, string>> = {
  registered: 'Einschreiben', 'drop-in': 'Einschreiben Einwurf', personal: 'Einschreiben eigenhändig', 'with-receipt': 'Einschreiben mit Rückschein', 'personal-with-receipt': 'Einschreiben eigenhändig mit Rückschein',
}

export const STATE_WORDS: Readonly<Record<SentState, string>> = {
  'handed-over': 'dem Druckzentrum übergeben', processed: 'vom Druckzentrum verarbeitet', 'at-print-centre': 'im Druck', dispatched: 'zur Post gegeben', provided: 'im Postfach bereitgestellt', retrieved: 'im Postfach geöffnet',
  'to-print': 'im Haus zu drucken', printed: 'im Haus gedruckt und zur Post gegeben', failed: 'nicht angenommen', cancelled: 'nicht versandt',
}

const FACT_WORDS: Readonly<Record<FactKind, string>> = {
  posted: 'zur Post gegeben', provided: 'im Postfach bereitgestellt', 'handed-over': 'übergeben oder zugestellt', retrieved: 'im Postfach geöffnet', returned: 'Brief kam zurück', received: 'nachweislich angekommen',
  'never-received': 'nie angekommen', instruction: 'Rechtsbehelfsbelehrung geprüft', objected: 'Widerspruch oder Klage eingegangen', settled: 'Widerspruch erledigt', waived: 'auf Rechtsbehelfe verzichtet', replaced: 'durch anderen Bescheid ersetzt', corrected: 'Eintrag berichtigt',
}
