import * as z from 'zod'
import { grantsIn, type Role } from '../../actor.ts'
import { contentHash } from '../../canonical.ts'
import { defineCommand } from '../../command.ts'
import { DepartmentId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { departmentScope } from '../../scope.ts'
import { ruleSetsOf } from './clock/town-rule-sets.ts'
import { NoticeKind } from './tables.ts'

const LEADS = ['lead'] as const satisfies readonly Role[]

/** What people decide of a kind; the rest its runs remember. */
const KindSettings = NoticeKind.omit({ scope: true, version: true, mapping: true, forAll: true })

/** By this a change says which kind it had before it: runs that are begun meanwhile make no difference. */
export const settingsHash = (kind: NoticeKind): string => contentHash(KindSettings.parse(kind))

/**
 * Makes a kind of notice or changes it; runs that were given for release keep what they were given with. `basedOn`: the
 * `settingsHash` of the kind as it was shown, null for a new one; what somebody else decided meanwhile is never written over unseen.
 */
export const setKind = defineCommand({
  name: 'notices.set-kind',
  version: 1,
  input: KindSettings.extend({ departmentId: DepartmentId, basedOn: z.string().length(64).nullable() }),
  offline: 'online-only',
  roles: LEADS,
  onlyIfUnchanged: false,
  reads: ({ departmentId, id, templateId, ruleSetId }) => [
    { table: 'departments', id: departmentId }, { table: 'notice_kinds', id }, { table: 'letter_templates', id: templateId }, { table: 'notice_rule_sets', id: ruleSetId },
  ],
  locks: ['notice_kinds'],
  decide: (state, { departmentId, basedOn, ...kind }, { actor }) => {
    const scope = departmentScope(departmentId)
    if (grantsIn(actor, LEADS, scope).length === 0) return refuse('commands/not-allowed')
    const before = state.get('notice_kinds', kind.id)
    if (before && before.scope !== scope) return refuse('notices/kind-elsewhere')
    if (basedOn !== (before ? settingsHash(before) : null)) return refuse('notices/kind-changed')
    const template = state.get('letter_templates', kind.templateId)
    // A kind that goes out of use may go with the template it had.
    if (template?.outcome !== 'notice' || (kind.active && !template.active)) return refuse('notices/no-template')
    const own = state.get('notice_rule_sets', kind.ruleSetId)
    if (!ruleSetsOf(own ? [own] : []).some(({ id }) => id === kind.ruleSetId)) return refuse('notices/no-law')
    return ok([{ table: 'notice_kinds', row: { ...kind, scope, version: before?.version ?? 0, mapping: before?.mapping ?? {}, forAll: before?.forAll ?? {} } }])
  },
})
