import fc from 'fast-check'
import type { Actor } from '../../shared/actor.ts'
import { contentHash } from '../../shared/canonical.ts'
import { gatherNow, momentOf, recordKey, type Command } from '../../shared/command.ts'
import { decideCommand } from '../../shared/decide.ts'
import { begin, followUp, submit, withdraw, write } from '../../shared/domains/alerts/compose-commands.ts'
import { Content } from '../../shared/domains/alerts/content.ts'
import { CONFIRMATION_WORDS, rejectAlert, release, releaseAlone, returnAlert, review, stop } from '../../shared/domains/alerts/release-commands.ts'
import { maySend } from '../../shared/domains/alerts/stage.ts'
import type { Alert } from '../../shared/domains/alerts/tables.ts'
import { aContent, ALERT_NOW, aTopic, aTownsSettings, aWording, somebody } from '../../shared/domains/alerts/testing.ts'
import { CommandId, derivedUuid, type AlertId } from '../../shared/ids.ts'
import type { AnyRow } from '../../shared/tables.ts'
import { instantFromMs, msOf, type Instant } from '../../shared/time.ts'

const MINUTE_MS = 60_000

/** Five people by all the ways somebody comes to a right; the last ones act for the first and the second. */
const PEOPLE: readonly Actor[] = [somebody(1, 'clerk'), somebody(2, 'lead'), somebody(3, 'officer'), somebody(1, 'lead'), somebody(4, 'lead', 1), somebody(5, 'officer', 2), somebody(6, 'administrator')]
const STEPS = ['begin', 'drill', 'write', 'submit', 'withdraw', 'return', 'reject', 'release', 'alone', 'review', 'stop', 'all-clear', 'wait'] as const
type Step = (typeof STEPS)[number]

/** Giving on, sending and ending come oftener, so that many sequences get to the end of a matter. */
const OFTEN: readonly Step[] = ['submit', 'submit', 'submit', 'release', 'release', 'release', 'all-clear', 'all-clear', 'review']

interface Act {
  readonly step: Step
  readonly person: number
  readonly which: number
  readonly number: number
}

const act: fc.Arbitrary<Act> = fc.record({
  step: fc.constantFrom(...STEPS, ...OFTEN), person: fc.nat(PEOPLE.length - 1), which: fc.nat(3), number: fc.nat(200),
})

/** The rows as the service keeps them. */
function aTown() {
  const topic = aTopic()
  const rows = new Map<string, AnyRow>([[recordKey({ table: 'alert_topics', id: topic.id }), topic], [recordKey({ table: 'alert_settings', id: 'alerts' }), aTownsSettings()]])
  let nowMs = msOf(ALERT_NOW)
  let count = 0
  return {
    alerts: (): readonly Alert[] => [...rows].flatMap(([key, row]) => (key.startsWith('alerts/') ? [row as Alert] : [])),
    now: () => instantFromMs(nowMs),
    wait: (minutes: number) => void (nowMs += minutes * MINUTE_MS),
    run: <Input>(command: Command<Input>, input: Input, actor: Actor): void => {
      const gathered = gatherNow(command, input, record => rows.get(recordKey(record)))
      const commandId = CommandId.parse(derivedUuid('test/command', String(++count)))
      const decided = decideCommand(command, input, gathered, momentOf(actor, instantFromMs(nowMs), commandId))
      if (decided.ok) for (const { table, row } of decided.value) rows.set(recordKey({ table, id: row.id }), { ...row, version: row.version + 1 })
    },
  }
}
type Town = ReturnType<typeof aTown>

function take(town: Town, { step, person, which, number }: Act): void {
  const actor = PEOPLE[person] ?? somebody(1, 'clerk')
  const alert = town.alerts().at(which % Math.max(1, town.alerts().length))
  const alertId = (alert?.id ?? derivedUuid('test/alert', 'none')) as AlertId
  const content = aContent({ wordings: [aWording({ headline: `Meldung ${number}` })], endsAt: instantFromMs(msOf(town.now()) + (number + 1) * MINUTE_MS) })
  const draft = Content.parse(content)
  // Now and then somebody has old words on the screen, or types the word of the other mode.
  const seen = contentHash(number % 11 === 0 ? content : (alert?.content ?? content))
  const typed = number % 13 === 0 ? 'ja' : CONFIRMATION_WORDS[number % 17 === 0 ? 'training' : (alert?.mode ?? 'live')]
  const steps: Readonly<Record<Step, () => void>> = {
    begin: () => town.run(begin, { topicId: content.topicId, mode: 'live' as const, content: draft }, actor),
    drill: () => town.run(begin, { topicId: content.topicId, mode: 'training' as const, content: draft }, actor),
    write: () => town.run(write, { alertId, content: draft }, actor),
    submit: () => town.run(submit, { alertId, contentHash: seen }, actor),
    withdraw: () => town.run(withdraw, { alertId }, actor),
    return: () => town.run(returnAlert, { alertId, reason: 'Ort fehlt' }, actor),
    reject: () => town.run(rejectAlert, { alertId, reason: 'Fehlalarm' }, actor),
    release: () => town.run(release, { alertId, contentHash: seen, typed }, actor),
    alone: () => { if (number % 3 === 0) town.run(releaseAlone, { alertId, contentHash: seen, typed, reason: 'Niemand erreichbar' }, actor) },
    review: () => town.run(review, { alertId, verdict: 'confirmed' as const, note: '' }, actor),
    stop: () => town.run(stop, { alertId, reason: 'Entwarnung' }, actor),
    'all-clear': () => town.run(followUp, { alertId, kind: 'all-clear' as const, content: draft }, actor),
    wait: () => town.wait(number),
  }
  steps[step]()
}

/** What was seen of each message before, and those that had once gone out and must be silent for ever. */
interface Before {
  readonly alerts: ReadonlyMap<string, Alert>
  readonly silent: Set<string>
}

/** What must be so after every step; names what is not. */
function wrongIn(alert: Alert, { alerts, silent }: Before, now: Instant): readonly string[] {
  const was = alerts.get(alert.id)
  const maySendNow = maySend(alert, now)
  const wrongs: readonly (readonly [string, boolean])[] = [
    ['a drill became a warning, or a warning a drill', was !== undefined && was.mode !== alert.mode],
    ['words changed after their release', Boolean(was?.released) && contentHash(was?.content) !== contentHash(alert.content)],
    ['sent without a release, after its stop or after its end', maySendNow && (!alert.released || alert.stopped !== null || alert.endedById !== null || alert.content.endsAt === null || alert.content.endsAt <= now)],
    ['sent again after it had been silent', maySendNow && silent.has(alert.id)],
    ['released by too few', alert.released !== null && !isReleasedRightly(alert)],
  ]
  if (alert.released && !maySendNow) silent.add(alert.id)
  return wrongs.flatMap(([wrong, isSo]) => (isSo ? [wrong] : []))
}

function isReleasedRightly({ released, submitted, authors, content }: Alert): boolean {
  if (released?.contentHash !== contentHash(content)) return false
  const writers: readonly string[] = authors.map(({ personId }) => personId)
  const { emergency } = released
  if (!emergency) return submitted?.contentHash === released.contentHash && ![...writers, submitted.byPersonId].includes(released.byPersonId)
  return emergency.reason !== '' && (emergency.reviewed === null || ![...writers, released.byPersonId].includes(emergency.reviewed.byPersonId))
}

export interface SequenceFigures {
  readonly sequences: number
  /** How far they got: one that never gets anywhere proves nothing. */
  readonly reached: Readonly<Record<'released' | 'alone' | 'reviewed' | 'over' | 'drills', number>>
}

/**
 * Random sequences of commands by people with all kinds of rights: nothing goes out without two persons or the recorded emergency path,
 * nothing after its end or stop, no drill as the real thing. Throws with the shortest sequence that breaks it.
 */
export function runAlertSequences({ runs, seed }: { readonly runs: number; readonly seed: number }): SequenceFigures {
  const reached = { released: 0, alone: 0, reviewed: 0, over: 0, drills: 0 }
  fc.assert(fc.property(fc.array(act, { minLength: 10, maxLength: 60 }), acts => {
    const town = aTown()
    const silent = new Set<string>()
    for (const next of acts) {
      const before = { alerts: new Map(town.alerts().map(alert => [alert.id, alert])), silent }
      take(town, next)
      const wrongs = town.alerts().flatMap(alert => wrongIn(alert, before, town.now()))
      if (wrongs.length > 0) throw new Error(wrongs.join('; '))
    }
    for (const { released, endedById, mode } of town.alerts()) {
      reached.released += released && !released.emergency ? 1 : 0
      reached.alone += released?.emergency ? 1 : 0
      reached.reviewed += released?.emergency?.reviewed ? 1 : 0
      reached.over += endedById ? 1 : 0
      reached.drills += released && mode === 'training' ? 1 : 0
    }
  }), { seed, numRuns: runs })
  return { sequences: runs, reached }
}
