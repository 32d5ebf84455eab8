import * as z from 'zod'
import { grantsIn } from '../../actor.ts'
import { defineCommand, type Moment, type RecordRef, type State } from '../../command.ts'
import { contentHash } from '../../canonical.ts'
import { AlertId, TopicId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { channelScope } from '../../scope.ts'
import { Content } from './content.ts'
import { referenceTo } from './identifier.ts'
import { imprintOf } from './imprint.ts'
import { reachesAllOf } from './reach.ts'
import { problemsOf } from './problems.ts'
import { WRITERS } from './roles.ts'
import { stageOf, type Stage } from './stage.ts'
import { MOST_EARLIER, type Alert } from './tables.ts'

const NOTHING_YET = {
  earlier: [], submitted: null, wished: null, judged: null, withdrawn: null, released: null, stopped: null, endedById: null,
} as const satisfies Partial<Alert>

const by = ({ now, actor }: Moment) => ({ at: now, byPersonId: actor.personId, byName: actor.name })

const OnAlert = z.object({ alertId: AlertId })
const theAlert = ({ alertId }: z.infer<typeof OnAlert>): readonly RecordRef[] => [{ table: 'alerts', id: alertId }]

/** The message, what the town has set, its topic, and those it speaks of. */
export function alertWithEarlier({ alertId }: z.infer<typeof OnAlert>, state: State): readonly RecordRef[] {
  const alert = state.get('alerts', alertId)
  return [
    { table: 'alerts', id: alertId }, { table: 'alert_settings', id: 'alerts' }, ...(alert ? [{ table: 'alert_topics', id: alert.content.topicId } as const] : []),
    ...(alert?.earlier ?? []).map(before => ({ table: 'alerts', id: before.alertId }) as const),
  ]
}

/**
 * Whether something else has gone out meanwhile about what a message speaks of. "It still burns" after the all-clear would be believed:
 * whoever wrote it did not know of the other one, and whoever reads it over does not see it.
 */
export function isOvertaken({ id, earlier }: Pick<Alert, 'id' | 'earlier'>, state: State): boolean {
  const before = state.get('alerts', earlier.at(-1)?.alertId ?? '')
  return before !== undefined && before.endedById !== null && before.endedById !== id
}

/** The message, if it is in one of these stages. */
export function alertAt(state: State, { alertId }: z.infer<typeof OnAlert>, stages: readonly Stage[], now: Moment['now']): Result<Alert> {
  const alert = state.get('alerts', alertId)
  if (!alert) return refuse('commands/record-missing', { table: 'alerts' })
  const stage = stageOf(alert, now)
  return stages.includes(stage) ? ok(alert) : refuse('alerts/wrong-stage', { stage })
}

const changed = (alert: Alert, facts: Partial<Alert>): Result<readonly [{ readonly table: 'alerts'; readonly row: Alert }]> => ok([{ table: 'alerts', row: { ...alert, ...facts } }])
const author = ({ actor }: Moment) => ({ personId: actor.personId, name: actor.name })

/** Begins a message on a topic; whether it is a drill is said now and never again. */
export const begin = defineCommand({
  name: 'alerts.begin',
  version: 1,
  input: z.object({ topicId: TopicId, mode: z.enum(['live', 'training']), content: Content }),
  offline: 'queue',
  roles: WRITERS,
  onlyIfUnchanged: false,
  reads: ({ topicId }) => [{ table: 'alert_topics', id: topicId }],
  decide: (state, { topicId, mode, content }, moment) => {
    const topic = state.get('alert_topics', topicId)
    if (!topic?.active || content.topicId !== topicId) return refuse('commands/record-missing', { table: 'alert_topics' })
    // A topic's own row belongs to the town: whoever writes for another department would get this far.
    if (grantsIn(moment.actor, WRITERS, channelScope(topic.departmentId)).length === 0) return refuse('commands/not-allowed')
    const row: Alert = {
      ...NOTHING_YET, id: AlertId.parse(moment.newId('alert')), scope: channelScope(topic.departmentId), version: 0, mode, kind: 'alert', content, createdAt: moment.now, authors: [author(moment)],
    }
    return ok([{ table: 'alerts', row }])
  },
})

/** Changes the words of a message that has not been given on; whoever does is one of its authors from then on. */
export const write = defineCommand({
  name: 'alerts.write',
  version: 1,
  input: OnAlert.extend({ content: Content }),
  offline: 'queue',
  roles: WRITERS,
  onlyIfUnchanged: true,
  reads: theAlert,
  decide: (state, { alertId, content }, moment) => {
    const alert = alertAt(state, { alertId }, ['draft', 'returned'], moment.now)
    if (!alert.ok) return alert
    if (content.topicId !== alert.value.content.topicId) return refuse('alerts/other-topic')
    const isNew = alert.value.authors.every(({ personId }) => personId !== moment.actor.personId)
    return changed(alert.value, { content, wished: null, authors: isNew ? [...alert.value.authors, author(moment)] : alert.value.authors })
  },
})

/** Gives the message to the second person, with exactly these words. Needs the service: nothing that matters waits in a desk. */
export const submit = defineCommand({
  name: 'alerts.submit',
  version: 1,
  input: OnAlert.extend({ contentHash: z.string().length(64) }),
  offline: 'online-only',
  roles: WRITERS,
  onlyIfUnchanged: false,
  reads: alertWithEarlier,
  decide: (state, { alertId, contentHash: seen }, moment) => {
    const alert = alertAt(state, { alertId }, ['draft', 'returned'], moment.now)
    if (!alert.ok) return alert
    const { value } = alert
    if (contentHash(value.content) !== seen) return refuse('alerts/changed-meanwhile')
    if (isOvertaken(value, state)) return refuse('alerts/overtaken')
    const problems = problemsOf(value, state.get('alert_topics', value.content.topicId), moment.now)
    if (problems.length > 0) return refuse('alerts/incomplete', { fields: [...new Set(problems.map(({ field }) => field))].join(' ') })
    // Said to whoever wrote it, and not to the second person in the moment of the release.
    const imprint = imprintOf(value, state)
    return imprint.ok ? changed(value, { submitted: { ...by(moment), contentHash: seen }, judged: null, wished: null }) : imprint
  },
})

/** Notes without a connection that somebody wanted to give it on: it asks them again, with its age, and nothing goes by itself. */
export const wish = defineCommand({
  name: 'alerts.wish',
  version: 1,
  input: OnAlert,
  offline: 'queue',
  roles: WRITERS,
  onlyIfUnchanged: false,
  reads: theAlert,
  decide: (state, input, moment) => {
    const alert = alertAt(state, input, ['draft', 'returned'], moment.now)
    return alert.ok ? changed(alert.value, { wished: { ...by(moment), at: moment.recordedAt <= moment.now ? moment.recordedAt : moment.now } }) : alert
  },
})

/** Takes it back before anybody has released it. */
export const withdraw = defineCommand({
  name: 'alerts.withdraw',
  version: 1,
  input: OnAlert,
  offline: 'online-only',
  roles: WRITERS,
  onlyIfUnchanged: false,
  reads: theAlert,
  decide: (state, input, moment) => {
    const alert = alertAt(state, input, ['draft', 'returned', 'pending'], moment.now)
    return alert.ok ? changed(alert.value, { withdrawn: by(moment) }) : alert
  },
})

const FollowUp = OnAlert.extend({ kind: z.enum(['update', 'cancel', 'all-clear']), content: Content })

/** Begins the message that corrects or ends another one: same mode, same channels and areas at least, all that still hold named. */
export const followUp = defineCommand({
  name: 'alerts.follow-up',
  version: 1,
  input: FollowUp,
  offline: 'queue',
  roles: WRITERS,
  onlyIfUnchanged: false,
  reads: theAlert,
  decide: (state, { alertId, kind, content }, moment) => {
    const alert = alertAt(state, { alertId }, ['live', 'stopped', 'expired'], moment.now)
    if (!alert.ok) return alert
    const before = alert.value
    const reference = referenceTo(moment.actor.townId, before)
    if (!reference) return refuse('alerts/wrong-stage', { stage: stageOf(before, moment.now) })
    if (content.topicId !== before.content.topicId) return refuse('alerts/other-topic')
    if (!reachesAllOf(content, before.content)) return refuse('alerts/fewer-people')
    const row: Alert = {
      ...NOTHING_YET, id: AlertId.parse(moment.newId('alert')), scope: before.scope, version: 0, mode: before.mode, kind, content, createdAt: moment.now, authors: [author(moment)],
      earlier: [...before.earlier, reference].slice(-MOST_EARLIER),
    }
    return ok([{ table: 'alerts', row }])
  },
})

export const composeCommands = [begin, write, submit, wish, withdraw, followUp] as const
