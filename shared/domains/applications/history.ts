import type { Change, Moment } from '../../command.ts'
import { EventId } from '../../ids.ts'
import { standsInOn, type StandsInFor } from './rules.ts'
import type { Application, EventKind } from './tables.ts'

type HistoryLine = Extract<Change, { readonly table: 'application_events' }>

/** The line of history a command leaves on its application; `label` tells several lines of one command apart. */
export const historyLine = (application: Application, kind: EventKind, text: string | null, moment: Moment, label = 'event'): HistoryLine => ({
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
    ...actingFor(standsInOn(application, moment.actor)),
    text,
    commandId: moment.commandId,
  },
})

/** The line of what a right of its own was used for: it names who lent that right, and nobody else. */
export const byRight = ({ table, row }: HistoryLine, standsInFor: StandsInFor): HistoryLine => ({ table, row: { ...row, ...actingFor(standsInFor) } })

const actingFor = (standsInFor: StandsInFor) => ({ actingFor: standsInFor?.viaPersonId ?? null, actingForName: standsInFor?.viaName ?? null })
