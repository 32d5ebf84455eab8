import * as z from 'zod'
import { grantsIn, type Actor } from '../../actor.ts'
import { contentHash } from '../../canonical.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { AlertId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { alertAt, alertWithEarlier, isOvertaken } from './compose-commands.ts'
import { imprintOf } from './imprint.ts'
import { reachesAllOf } from './reach.ts'
import { problemsOf } from './problems.ts'
import { OFFICERS, RELEASERS } from './roles.ts'
import type { Alert } from './tables.ts'

const Hash = z.string().length(64)
const OnAlert = z.object({ alertId: AlertId })
const by = ({ now, actor }: Moment) => ({ at: now, byPersonId: actor.personId, byName: actor.name })

/** What has to be typed before anything goes out. Never the same word for a drill and for the real thing. */
export const CONFIRMATION_WORDS = { live: 'ECHT', training: 'ÜBUNG' } as const satisfies Readonly<Record<Alert['mode'], string>>

/** Sends by the second person, with exactly the words that were given to them. */
export const release = defineCommand({
  name: 'alerts.release',
  version: 1,
  input: OnAlert.extend({ contentHash: Hash, typed: z.string().max(40) }),
  offline: 'online-only',
  roles: RELEASERS,
  onlyIfUnchanged: false,
  reads: alertWithEarlier,
  decide: (state, input, moment) => {
    const alert = alertAt(state, input, ['pending'], moment.now)
    if (!alert.ok) return alert
    if (alert.value.submitted?.contentHash !== input.contentHash) return refuse('alerts/changed-meanwhile')
    if (!isSecondPerson(alert.value, moment.actor)) return refuse('alerts/own-words')
    return sent(state, alert.value, input, moment, null)
  },
})

/** Sends alone: an officer, with a reason, loudly recorded and looked at by somebody else afterwards. */
export const releaseAlone = defineCommand({
  name: 'alerts.release-alone',
  version: 1,
  input: OnAlert.extend({ contentHash: Hash, typed: z.string().max(40), reason: z.string().max(500) }),
  offline: 'online-only',
  roles: OFFICERS,
  onlyIfUnchanged: false,
  reads: alertWithEarlier,
  decide: (state, input, moment) => {
    const alert = alertAt(state, input, ['draft', 'returned', 'pending'], moment.now)
    if (!alert.ok) return alert
    const topic = state.get('alert_topics', alert.value.content.topicId)
    if (topic?.kind !== 'hazard') return refuse('alerts/no-emergency')
    const reason = input.reason.trim()
    if (reason.length < 3) return refuse('alerts/reason-missing')
    return sent(state, alert.value, input, moment, { reason, reviewed: null })
  },
})

/** Another person's word on what somebody sent alone. */
export const review = defineCommand({
  name: 'alerts.review',
  version: 1,
  input: OnAlert.extend({ verdict: z.enum(['confirmed', 'disputed']), note: z.string().max(1_000) }),
  offline: 'queue',
  roles: RELEASERS,
  onlyIfUnchanged: false,
  reads: theAlert,
  decide: (state, { alertId, verdict, note }, moment) => {
    const alert = state.get('alerts', alertId)
    if (!alert?.released?.emergency) return refuse('commands/record-missing', { table: 'alerts' })
    const { released } = alert
    if (released.emergency?.reviewed) return refuse('alerts/reviewed-before')
    if (!mayReview(alert, moment.actor)) return refuse('alerts/own-words')
    if (verdict === 'disputed' && note.trim().length < 3) return refuse('alerts/reason-missing')
    const emergency = { reason: released.emergency?.reason ?? '', reviewed: { ...by(moment), verdict, note: note.trim() } }
    return ok([{ table: 'alerts', row: { ...alert, released: { ...released, emergency } } }])
  },
})

const judge = (kind: 'returned' | 'rejected') =>
  defineCommand({
    name: `alerts.${kind === 'returned' ? 'return' : 'reject'}`,
    version: 1,
    input: OnAlert.extend({ reason: z.string().max(1_000) }),
    offline: 'online-only',
    roles: RELEASERS,
    onlyIfUnchanged: false,
    reads: theAlert,
    decide: (state, input, moment) => {
      const alert = alertAt(state, input, ['pending'], moment.now)
      if (!alert.ok) return alert
      const reason = input.reason.trim()
      if (reason.length < 3) return refuse('alerts/reason-missing')
      return ok([{ table: 'alerts', row: { ...alert.value, submitted: kind === 'returned' ? null : alert.value.submitted, judged: { ...by(moment), kind, reason } } }])
    },
  })

/** Gives it back to be written again; why. */
export const returnAlert = judge('returned')
/** Ends it before anything went out; why. */
export const rejectAlert = judge('rejected')

/** Stops what has not gone out yet. One person is enough: to be silent needs no second one. */
export const stop = defineCommand({
  name: 'alerts.stop',
  version: 1,
  input: OnAlert.extend({ reason: z.string().max(1_000) }),
  offline: 'online-only',
  roles: RELEASERS,
  onlyIfUnchanged: false,
  reads: theAlert,
  decide: (state, input, moment) => {
    const alert = alertAt(state, input, ['live'], moment.now)
    if (!alert.ok) return alert
    const reason = input.reason.trim()
    return reason.length < 3 ? refuse('alerts/reason-missing') : ok([{ table: 'alerts', row: { ...alert.value, stopped: { ...by(moment), reason } } }])
  },
})

function theAlert({ alertId }: z.infer<typeof OnAlert>): readonly RecordRef[] {
  return [{ table: 'alerts', id: alertId }]
}

/** Four eyes: none of those who wrote it or gave it on, and nobody who acts by a right that one of them has lent. */
export const isSecondPerson = (alert: Alert, actor: Acting): boolean => isOther([...authorsOf(alert), ...(alert.submitted ? [alert.submitted.byPersonId] : [])], alert, actor)

/** The same for a look afterwards at what one of them sent alone. */
export const mayReview = (alert: Alert, actor: Acting): boolean => isOther([...authorsOf(alert), ...(alert.released ? [alert.released.byPersonId] : [])], alert, actor)

type Acting = Pick<Actor, 'personId' | 'grants'>

const authorsOf = ({ authors }: Alert): readonly string[] => authors.map(({ personId }) => personId)

const isOther = (persons: readonly string[], { scope }: Pick<Alert, 'scope'>, actor: Acting): boolean =>
  !persons.includes(actor.personId) && grantsIn(actor, RELEASERS, scope).some(({ viaPersonId }) => viaPersonId === null || !persons.includes(viaPersonId))

interface Confirmed {
  readonly contentHash: string
  readonly typed: string
}

function sent(state: State, alert: Alert, { contentHash: seen, typed }: Confirmed, moment: Moment, emergency: NonNullable<Alert['released']>['emergency']): Result<readonly Change[]> {
  if (contentHash(alert.content) !== seen) return refuse('alerts/changed-meanwhile')
  if (typed.trim().toLocaleUpperCase('de-DE') !== CONFIRMATION_WORDS[alert.mode]) return refuse('alerts/word-wrong')
  const problems = problemsOf(alert, state.get('alert_topics', alert.content.topicId), moment.now)
  if (problems.length > 0) return refuse('alerts/incomplete', { fields: [...new Set(problems.map(({ field }) => field))].join(' ') })
  if (isOvertaken(alert, state)) return refuse('alerts/overtaken')
  if (!alert.earlier.every(({ alertId }) => reachesAllOf(alert.content, state.get('alerts', alertId)?.content))) return refuse('alerts/fewer-people')
  const imprint = imprintOf(alert, state)
  if (!imprint.ok) return imprint
  const row: Alert = { ...alert, released: { ...by(moment), contentHash: seen, ...imprint.value, emergency } }
  return ok([{ table: 'alerts', row }, ...endedBy(state, row)])
}

/** Those before it that still hold are over by it. */
const endedBy = (state: State, { id, earlier, mode }: Alert): readonly Change[] =>
  earlier.flatMap(({ alertId }) => {
    const before = state.get('alerts', alertId)
    return before && before.mode === mode && before.endedById === null ? [{ table: 'alerts', row: { ...before, endedById: id } } as const] : []
  })

export const releaseCommands = [release, releaseAlone, review, returnAlert, rejectAlert, stop] as const
