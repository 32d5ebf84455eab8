import type { Actor } from '../../actor.ts'
import { defineCommand, type Change, type RecordRef, type State } from '../../command.ts'
import { ApplicationId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { historyLine } from './history.ts'
import { freeFor, OnApplication, put, theApplication, worksOn } from './on-application.ts'
import { CASE_WORKERS, inStatus, isEnded } from './rules.ts'
import type { Application } from './tables.ts'

interface Pair {
  readonly application: Application
  readonly other: Application
}

/** Two cases by their keys, if the actor works in the departments of both. */
function pairOf(state: State, id: string, otherId: string, actor: Actor): Result<Pair> {
  const application = state.get('applications', id)
  const other = state.get('applications', otherId)
  if (!application || !other || !worksOn(actor, other)) return refuse('applications/not-found')
  return ok({ application, other })
}

/** By its reference alone: the subject is the other citizen's, and these lines may outlive their case. */
const nameOf = ({ reference }: Application): string => reference

/** Makes a case a part of another one. The other one is no part itself, so that no circle can come about. */
export const link = defineCommand({
  name: 'applications.link',
  version: 1,
  input: OnApplication.extend({ parentId: ApplicationId }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: input => [...theApplication(input), { table: 'applications', id: input.parentId }],
  decide: (state, input, moment) => {
    const pair = pairOf(state, input.applicationId, input.parentId, moment.actor)
    if (!pair.ok) return pair
    const { application, other: parent } = pair.value
    if (application.id === parent.id || parent.parentId !== null) return refuse('applications/link-loop')
    return ok([
      put({ ...application, parentId: parent.id }),
      historyLine(application, 'linked', nameOf(parent), moment),
      historyLine(parent, 'linked', nameOf(application), moment, 'other-event'),
    ])
  },
})

const withPointedTo = (field: 'parentId' | 'mergedInto') => (input: OnApplication, state: State): readonly RecordRef[] => {
  const id = state.get('applications', input.applicationId)?.[field]
  return [...theApplication(input), ...(id ? [{ table: 'applications', id } as const] : [])]
}

/** Takes a case out of the one it was made a part of. */
export const unlink = defineCommand({
  name: 'applications.unlink',
  version: 1,
  input: OnApplication,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: withPointedTo('parentId'),
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    if (application.parentId === null) return ok([])
    const pointedTo = state.get('applications', application.parentId)
    const parent = pointedTo && worksOn(moment.actor, pointedTo) ? pointedTo : undefined
    const told: readonly Change[] = parent ? [historyLine(parent, 'unlinked', nameOf(application), moment, 'other-event')] : []
    return ok([put({ ...application, parentId: null }), historyLine(application, 'unlinked', parent ? nameOf(parent) : null, moment), ...told])
  },
})

/** Closes a case as the duplicate of another one, which goes on; what came with it is shown there. */
export const merge = defineCommand({
  name: 'applications.merge',
  version: 1,
  input: OnApplication.extend({ keptId: ApplicationId }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: true,
  reads: input => [...theApplication(input), { table: 'applications', id: input.keptId }],
  decide: (state, input, moment) => {
    const pair = pairOf(state, input.applicationId, input.keptId, moment.actor)
    if (!pair.ok) return pair
    const { application, other: kept } = pair.value
    if (application.id === kept.id) return refuse('applications/link-loop')
    const open = inStatus(application, 'received', 'in-progress')
    if (!open.ok) return open
    const free = freeFor(application, moment.actor)
    if (!free.ok) return free
    if (isEnded(kept)) return refuse('applications/kept-ended', { reference: kept.reference, status: kept.status })
    return ok([
      put({ ...application, status: 'closed', closedAt: moment.now, mergedInto: kept.id }),
      historyLine(application, 'merged', nameOf(kept), moment),
      historyLine(kept, 'merged', nameOf(application), moment, 'other-event'),
    ])
  },
})

/** Undoes a merge as long as the case that was kept is not decided: the duplicate stands again where it stood. */
export const unmerge = defineCommand({
  name: 'applications.unmerge',
  version: 1,
  input: OnApplication,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: true,
  reads: withPointedTo('mergedInto'),
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    if (application.mergedInto === null) return refuse('applications/not-merged')
    const pair = pairOf(state, application.id, application.mergedInto, moment.actor)
    if (!pair.ok) return pair
    const { other: kept } = pair.value
    if (kept.status === 'decided') return refuse('applications/kept-ended', { reference: kept.reference, status: kept.status })
    return ok([
      put({ ...application, status: statusBefore(application), closedAt: null, mergedInto: null }),
      historyLine(application, 'unmerged', nameOf(kept), moment),
      historyLine(kept, 'unmerged', nameOf(application), moment, 'other-event'),
    ])
  },
})

/** Only cases that are received or in work are merged, and those in work are the ones that somebody holds. */
const statusBefore = ({ assigneeId }: Application): 'received' | 'in-progress' => (assigneeId === null ? 'received' : 'in-progress')

export const linkCommands = [link, unlink, merge, unmerge] as const
