import type { Actor } from '../../shared/actor.ts'
import { contentHash } from '../../shared/canonical.ts'
import { gatherNow, momentOf, recordKey, type Command } from '../../shared/command.ts'
import { decideCommand } from '../../shared/decide.ts'
import { capMessage, isReleased } from '../../shared/domains/alerts/cap-message.ts'
import { begin, followUp, submit } from '../../shared/domains/alerts/compose-commands.ts'
import { CATEGORIES, CERTAINTIES, SEVERITIES, URGENCIES, type Content } from '../../shared/domains/alerts/content.ts'
import { CONFIRMATION_WORDS, release, releaseAlone } from '../../shared/domains/alerts/release-commands.ts'
import type { Alert } from '../../shared/domains/alerts/tables.ts'
import { aContent, aTopic, aTownsSettings, aWording, somebody } from '../../shared/domains/alerts/testing.ts'
import type { Element } from '../../shared/formats/cap/element.ts'
import { CommandId, derivedUuid, type AlertId } from '../../shared/ids.ts'
import type { AnyRow } from '../../shared/tables.ts'
import { instantFromMs, msOf, type Instant } from '../../shared/time.ts'

/** One message as a file, made by the commands by which people make it. */
export interface CapFile {
  readonly name: string
  readonly alert: Element
}

const MINUTE_MS = 60_000
/** The hour that the night of 25 October 2026 has twice: times with the offset of summer before it, of winter after it. */
const BEGIN = instantFromMs(Date.UTC(2026, 9, 25, 0, 41, 7, 999))
const KINDS = ['update', 'cancel', 'all-clear'] as const
const [CLERK, LEAD, OFFICER] = [somebody(1, 'clerk'), somebody(2, 'lead'), somebody(3, 'officer')]

const english = aWording({ language: 'en', headline: 'Fire at the railway', text: 'The embankment burns.', instruction: 'Close windows.', short: 'Fire: close windows.' })
const SIGNS = '„Rauch“ – <b>&amp;</b> ]]> "\'\u0000\u001b\u200f مرحبا 🔥 ŵ u\u0308 \r\n\t§ €'
const circle = (index: number) => ({ kind: 'circle', name: `Kreis ${index}`, centre: [52.000004 + index / 80, 11.499996 + index / 99], radiusKm: 0.01 + index * 2.4999 }) as const
const shape = Array.from({ length: 249 }, (_one, index): [number, number] => [52.4 + Math.sin(index * Math.PI / 124.5) / 7, 11.8 + Math.cos(index * Math.PI / 124.5) / 3])
const polygon = { kind: 'polygon', name: 'Bahndamm & Park', points: [...shape, shape[0] as [number, number]] } as const
const everyWord = { category: CATEGORIES, urgency: URGENCIES, severity: SEVERITIES, certainty: CERTAINTIES } as const

/** What is said, by name: each of them in every kind of message, live and as a drill. */
const CONTENTS: Readonly<Record<string, Partial<Content>>> = {
  locality: {},
  'two-languages': { wordings: [aWording(), english] },
  polygon: { areas: [polygon] },
  circles: { areas: Array.from({ length: 40 }, (_one, index) => circle(index)) },
  'all-areas': { areas: [{ kind: 'locality', name: 'Tangerhütte' }, { kind: 'locality', name: 'Uchtdorf' }, circle(3), polygon] },
  'long-texts': { wordings: [aWording({ headline: 'Ä'.repeat(140), text: '🔥 '.repeat(1_000), instruction: 'ß'.repeat(1_500) })], source: 'x'.repeat(160), event: 'y'.repeat(120), contact: 'z'.repeat(200) },
  signs: { wordings: [aWording({ headline: SIGNS, text: `${SIGNS} Text`, instruction: SIGNS })], source: SIGNS, event: SIGNS, contact: SIGNS, areas: [{ ...circle(1), name: SIGNS }], web: SIGNS },
  'no-instruction': { wordings: [aWording({ instruction: '' })], contact: '0391 123', web: 'https://rathaus.example/feuer?id=1&teil=%20#oben' },
  'wrong-address': { web: 'http://[::1' },
  foreseen: { beginsAt: instantFromMs(msOf(BEGIN) + 30 * MINUTE_MS), situationAt: null },
}

/** A town in which people write and release, and what has gone out of it. */
function aTown() {
  const rows = new Map<string, AnyRow>([
    [recordKey({ table: 'alert_topics', id: aTopic().id }), aTopic({ kind: 'news' })], [recordKey({ table: 'alert_settings', id: 'alerts' }), aTownsSettings()],
  ])
  let nowMs = msOf(BEGIN)
  let count = 0
  const run = <Input>(command: Command<Input>, input: NoInfer<Input>, actor: Actor): Alert => {
    nowMs += MINUTE_MS
    const gathered = gatherNow(command, input, record => rows.get(recordKey(record)))
    const decided = decideCommand(command, input, gathered, momentOf(actor, instantFromMs(nowMs), CommandId.parse(derivedUuid('cap', String(++count)))))
    if (!decided.ok) throw new Error(`${command.name}: ${JSON.stringify(decided.error)}`)
    for (const { table, row } of decided.value) rows.set(recordKey({ table, id: row.id }), { ...row, version: row.version + 1 })
    return decided.value[0]?.row as Alert
  }
  const out = ({ id, mode, content }: Alert): Alert => {
    const seen = { alertId: id, contentHash: contentHash(content) }
    run(submit, seen, CLERK)
    return run(release, { ...seen, typed: CONFIRMATION_WORDS[mode] }, LEAD)
  }
  return {
    now: (): Instant => instantFromMs(nowMs),
    begun: (mode: Alert['mode'], content: Content) => out(run(begin, { topicId: content.topicId, mode, content }, CLERK)),
    followed: (alertId: AlertId, kind: (typeof KINDS)[number], content: Content) => out(run(followUp, { alertId, kind, content }, CLERK)),
    alone: (content: Content) => {
      rows.set(recordKey({ table: 'alert_topics', id: aTopic().id }), aTopic())
      const { id } = run(begin, { topicId: content.topicId, mode: 'live', content }, OFFICER)
      return run(releaseAlone, { alertId: id, contentHash: contentHash(content), typed: CONFIRMATION_WORDS.live, reason: 'Niemand erreichbar' }, OFFICER)
    },
  }
}

const endingAfter = (now: Instant, more: Partial<Content>): Content => aContent({ ...more, endsAt: instantFromMs(msOf(now) + 90 * MINUTE_MS) })
const capFile = (name: string, alert: Alert): CapFile => {
  if (!isReleased(alert)) throw new Error(`${name} has not gone out`)
  return { name: `${alert.mode}-${alert.kind}-${name}`, alert: capMessage(CLERK.townId, alert) }
}

/** A matter from its first message to its all-clear, each message naming all before it. */
function matter(mode: Alert['mode'], name: string, more: Partial<Content>): readonly CapFile[] {
  const town = aTown()
  const sent: Alert[] = [town.begun(mode, endingAfter(town.now(), more))]
  for (const kind of KINDS) sent.push(town.followed((sent.at(-1) as Alert).id, kind, endingAfter(town.now(), { ...more, beginsAt: null })))
  return sent.map(alert => capFile(name, alert))
}

/** Every kind of file that leaves the town, the same ones every time. */
export function capFiles(): readonly CapFile[] {
  const words = Object.entries(everyWord).flatMap(([field, list]) => list.map((word): readonly [string, Partial<Content>] => [`${field}-${word}`, { [field]: word }]))
  const town = aTown()
  return [
    ...(['live', 'training'] as const).flatMap(mode => Object.entries(CONTENTS).flatMap(([name, more]) => matter(mode, name, more))),
    ...words.map(([name, more]) => capFile(name, town.begun('live', endingAfter(town.now(), more)))),
    capFile('emergency', town.alone(endingAfter(town.now(), {}))),
  ]
}
