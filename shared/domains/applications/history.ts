import { grantsFor, type Actor } from '../../actor.ts'
import type { Change, Moment } from '../../command.ts'
import { EventId } from '../../ids.ts'
import { CASE_WORKERS } from './rules.ts'
import type { Application, EventKind } from './tables.ts'

/** The line of history a command leaves on its application; `label` tells several lines of one command apart. */
export const historyLine = (application: Application, kind: EventKind, text: string | null, moment: Moment, label = 'event'): Change => ({
  table: 'application_events',
  row: {
    id: EventId.parse(moment.newId(label)),
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    kind,
    at: moment.now,
    actorId: moment.actor.personId,
    actorName: moment.actor.name,
    ...standingIn(moment.actor, application),
    text,
    commandId: moment.commandId,
  },
})

/** Whoever may act on a case only by a lent right acts for the person who lent it (i. V.). */
function standingIn(actor: Actor, application: Application) {
  const grants = grantsFor(actor, CASE_WORKERS, application.departmentId)
  const lent = grants.some(grant => grant.viaPersonId === null) ? undefined : grants.find(grant => grant.viaPersonId !== null)
  return { actingFor: lent?.viaPersonId ?? null, actingForName: lent?.viaName ?? null }
}
