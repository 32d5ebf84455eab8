import type { Change, Moment } from '../../command.ts'
import { EventId } from '../../ids.ts'
import type { Application, EventKind } from './tables.ts'

/** The line of history a command leaves on its application; one per command. */
export const historyLine = (application: Application, kind: EventKind, text: string | null, moment: Moment): Change => ({
  table: 'application_events',
  row: {
    id: EventId.parse(moment.newId('event')),
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    kind,
    at: moment.now,
    actorId: moment.actor.personId,
    actorName: moment.actor.name,
    text,
    commandId: moment.commandId,
  },
})
