import type { Channel, Content } from '../../../../shared/domains/alerts/content.ts'
import { identifierOf } from '../../../../shared/domains/alerts/identifier.ts'
import { wordingIn } from '../../../../shared/domains/alerts/renditions.ts'
import { stageOf, type Stage } from '../../../../shared/domains/alerts/stage.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { csvLine, BYTE_ORDER_MARK, type TableCell } from '../../../../shared/formats/csv.ts'
import { germanDay, germanTime } from '../../../../shared/german-days.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'
import type { WayProgress } from '../../../../shared/wire/alerts.ts'
import type { Step } from './steps.ts'

export interface ReportSource {
  readonly townId: TownId
  readonly authority: string
  readonly alert: Alert
  readonly topic: AlertTopic | undefined
  readonly steps: readonly Step[]
  readonly ways: readonly WayProgress[]
  readonly now: Instant
}

const CHANNEL_NAMES = { email: 'E-Mail', push: 'Push-Nachricht', sms: 'SMS', feed: 'Feed', display: 'Anzeigen', 'web-hook': 'Web-Hook' } as const satisfies Readonly<Record<Channel, string>>
const WAY_STATES = { open: 'läuft', done: 'fertig', stopped: 'angehalten', expired: 'Zeit abgelaufen', published: 'veröffentlicht', away: 'nicht eingerichtet' } as const satisfies Readonly<Record<WayProgress['state'], string>>
const STAGES = {
  draft: 'Entwurf', pending: 'wartet auf Freigabe', returned: 'zurückgegeben', rejected: 'abgelehnt', withdrawn: 'zurückgezogen', live: 'gilt', stopped: 'angehalten', expired: 'Zeit abgelaufen', over: 'beendet',
} as const satisfies Readonly<Record<Stage, string>>
const KINDS = { alert: 'Meldung', update: 'Aktualisierung', cancel: 'Korrektur', 'all-clear': 'Entwarnung' } as const satisfies Readonly<Record<Alert['kind'], string>>
const SEVERITIES = { Extreme: 'extrem', Severe: 'schwer', Moderate: 'mäßig', Minor: 'gering', Unknown: 'nicht eingestuft' } as const satisfies Readonly<Record<Content['severity'], string>>

const REASONS: Readonly<Record<string, string>> = { stopped: 'angehalten', expired: 'Zeit abgelaufen', unreachable: 'nicht erreichbar', 'no-way': 'Weg nicht eingerichtet' }
const reasonOf = (code: string): string => REASONS[code] ?? code

/** With seconds: whoever asks afterwards asks about minutes. */
const momentOf = (at: Instant | null): string => (at === null ? '' : `${germanDay(at).split('-').toReversed().join('.')}, ${germanTime(at)}:${at.slice(17, 19)}`)

function facts({ townId, alert, topic, now }: ReportSource): readonly (readonly [string, string])[] {
  const { content, authors, released } = alert
  const all: readonly (readonly [string, string])[] = [
    ['Kennung', identifierOf(townId, alert)], ['Art', KINDS[alert.kind]], ['Echt oder Übung', alert.mode === 'live' ? 'echt' : 'ÜBUNG'], ['Stand', STAGES[stageOf(alert, now)]],
    ['Thema', released?.topicName ?? topic?.name.de ?? ''], ['Ereignis', content.event], ['Schwere', SEVERITIES[content.severity]], ['Gebiet', content.areas.map(({ name }) => name).join(', ')],
    ['Es informiert', content.source], ['Lage von', momentOf(content.situationAt)], ['Gilt ab', momentOf(content.beginsAt ?? released?.at ?? null)], ['Gilt bis', momentOf(content.endsAt)],
    ['Verfasst von', authors.map(({ name }) => name).join(', ')],
  ]
  return all.filter(([, value]) => value !== '')
}

const secondsFrom = (released: Instant | undefined, at: Instant | null): string =>
  (released === undefined || at === null ? '' : `${((msOf(at) - msOf(released)) / 1_000).toFixed(1).replace('.', ',')} s`)

/** The report as the layout wants it. */
export function reportData(source: ReportSource) {
  const { alert, steps, ways, now, authority } = source
  const { headline, text, instruction } = wordingIn(alert.content, 'de')
  const releasedAt = alert.released?.at
  return {
    title: `Bericht zu: ${headline || alert.content.event}`, authority, isTraining: alert.mode === 'training', asOf: momentOf(now), facts: facts(source), text, instruction,
    steps: steps.map(({ at, what, who, more }) => ({ at: momentOf(at), what, who, more })),
    ways: ways.map(({ channel, state, handed, failed, waiting, firstAt, lastAt }) => ({
      way: CHANNEL_NAMES[channel], state: WAY_STATES[state], handed: String(handed), failed: String(failed), waiting: String(waiting), first: momentOf(firstAt), last: momentOf(lastAt),
      firstAfter: secondsFrom(releasedAt, firstAt), lastAfter: secondsFrom(releasedAt, lastAt),
    })),
    reasons: ways.flatMap(({ channel, reasons }) => reasons.map(({ reason, people }) => `${CHANNEL_NAMES[channel]}: ${people} wegen „${reasonOf(reason)}“`)),
  }
}

/** The same for programs that reckon: each line says what it is about. */
export function reportCsv(source: ReportSource): string {
  const lines: readonly (readonly TableCell[])[] = [
    ['Abschnitt', 'Zeitpunkt', 'Was', 'Wer', 'Bemerkung', 'übergeben', 'gescheitert', 'wartet', 'erste Übergabe', 'letzte Übergabe'],
    ...facts(source).map(([label, value]) => ['Meldung', null, label, null, value, null, null, null, null, null]),
    ...source.steps.map(({ at, what, who, more }) => ['Verlauf', momentOf(at), what, who, more, null, null, null, null, null]),
    ...source.ways.map(({ channel, state, handed, failed, waiting, firstAt, lastAt }) => ['Weg', null, CHANNEL_NAMES[channel], null, WAY_STATES[state], handed, failed, waiting, momentOf(firstAt), momentOf(lastAt)]),
    ...source.ways.flatMap(({ channel, reasons }) => reasons.map(({ reason, people }) => ['Grund', null, CHANNEL_NAMES[channel], null, reasonOf(reason), null, people, null, null, null])),
  ]
  return `${BYTE_ORDER_MARK}${lines.map(csvLine).join('')}`
}
