import * as z from 'zod'
import { grantsFor, ROLES, type Actor } from '../../actor.ts'
import { defineCommand, type State } from '../../command.ts'
import { AccountId, DepartmentId, SavedViewId } from '../../ids.ts'
import { JsonObject } from '../../json.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { departmentOf, departmentScope, personScope } from '../../scope.ts'
import { CASE_WORKERS } from './rules.ts'
import type { SavedView } from './work-tables.ts'

const LONGEST_QUERY = 8_000

/** What a view is, as its window shows it. `departmentId`: everybody there sees it; null: its owner alone. */
const ViewContent = z.object({
  name: z.string().max(60),
  query: JsonObject.refine(query => JSON.stringify(query).length <= LONGEST_QUERY),
  tellsWhenFilled: z.boolean(),
  departmentId: DepartmentId.nullable(),
})
type ViewContent = z.infer<typeof ViewContent>

/** The label by which a saved view's id follows from the command that made it. */
export const SAVED_VIEW_LABEL = 'view'

/** Keeps a list with its filters under a name, for oneself or for a department one works in. */
export const saveView = defineCommand({
  name: 'views.save',
  version: 1,
  input: ViewContent.extend({ accountId: AccountId }),
  offline: 'queue',
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: ({ accountId }) => [{ table: 'staff', id: accountId }],
  decide: (_state, input, { actor, newId }) => {
    if (input.accountId !== actor.accountId) return refuse('commands/not-allowed')
    const scope = scopeFor(input, actor)
    const name = input.name.trim()
    if (!scope.ok) return scope
    if (!name) return refuse('views/name-missing')
    const row: SavedView = {
      id: SavedViewId.parse(newId(SAVED_VIEW_LABEL)), scope: scope.value, version: 0, accountId: actor.accountId, ownerId: actor.personId,
      ownerName: actor.name, name, query: input.query, tellsWhenFilled: input.tellsWhenFilled, isDeleted: false,
    }
    return ok([{ table: 'saved_views', row }])
  },
})

const OnView = z.object({ viewId: SavedViewId })

/** Renames a view, keeps other filters in it, shares it or takes it back. */
export const changeView = defineCommand({
  name: 'views.change',
  version: 1,
  input: ViewContent.extend(OnView.shape),
  offline: 'queue',
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: ({ viewId }) => [{ table: 'saved_views', id: viewId }],
  decide: (state, input, { actor }) => {
    const found = theirView(state, input.viewId, actor)
    if (!found.ok) return found
    const name = input.name.trim()
    if (!name) return refuse('views/name-missing')
    const scope = scopeOfChanged(found.value, input, actor)
    if (!scope.ok) return scope
    const { query, tellsWhenFilled } = input
    return ok([{ table: 'saved_views', row: { ...found.value, name, query, tellsWhenFilled, scope: scope.value } }])
  },
})

/** Takes a view away, or brings it back. */
export const deleteView = defineCommand({
  name: 'views.delete',
  version: 1,
  input: OnView.extend({ isDeleted: z.boolean() }),
  offline: 'queue',
  roles: ROLES,
  onlyIfUnchanged: false,
  reads: ({ viewId }) => [{ table: 'saved_views', id: viewId }],
  decide: (state, { viewId, isDeleted }, { actor }) => {
    const found = theirView(state, viewId, actor)
    return found.ok ? ok([{ table: 'saved_views', row: { ...found.value, isDeleted } }]) : found
  },
})

export const savedViewCommands = [saveView, changeView, deleteView] as const

/** A view is changed by its owner, a shared one also by those who lead the department. */
export const mayChangeView = (view: Pick<SavedView, 'ownerId' | 'scope'>, actor: Pick<Actor, 'personId' | 'grants'>): boolean =>
  view.ownerId === actor.personId || leads(actor, view.scope)

function leads(actor: Pick<Actor, 'grants'>, scope: string): boolean {
  const department = departmentOf(scope)
  return department !== undefined && actor.grants.some(grant => grant.role === 'lead' && (grant.departmentId === null || grant.departmentId === department))
}

function theirView(state: State, viewId: string, actor: Actor): Result<SavedView> {
  const view = state.get('saved_views', viewId)
  if (!view) return refuse('commands/record-missing', { table: 'saved_views' })
  return mayChangeView(view, actor) ? ok(view) : refuse('views/not-yours', { owner: view.ownerName })
}

/** Whose view it is stays; a lead may put it right but neither take it away from the department nor give it to another. */
function scopeOfChanged(view: SavedView, content: ViewContent, actor: Actor): Result<string> {
  if (view.ownerId === actor.personId) return scopeFor(content, actor)
  return departmentOf(view.scope) === content.departmentId ? ok(view.scope) : refuse('views/not-yours', { owner: view.ownerName })
}

function scopeFor({ departmentId }: ViewContent, actor: Actor): Result<string> {
  if (departmentId === null) return ok(personScope(actor.personId))
  return grantsFor(actor, CASE_WORKERS, departmentId).length > 0 ? ok(departmentScope(departmentId)) : refuse('commands/not-allowed')
}
