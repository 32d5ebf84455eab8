import * as z from 'zod'
import { grantsFor } from '../../actor.ts'
import { defineCommand } from '../../command.ts'
import { CardOrganisationId, DepartmentId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { cardScope } from '../../scope.ts'
import { CardOrganisation } from './tables.ts'

/** An organisation as a lead sets it up. */
export const OrganisationContent = CardOrganisation.omit({ id: true, scope: true, version: true })
export type OrganisationContent = Readonly<z.infer<typeof OrganisationContent>>

/** Sets up an organisation whose members get cards, or changes one; cards that were written stay as they are. */
export const setCardOrganisation = defineCommand({
  name: 'service-cards.set-organisation',
  version: 1,
  input: z.object({ organisationId: CardOrganisationId, departmentId: DepartmentId, content: OrganisationContent }),
  offline: 'online-only',
  roles: ['lead'],
  onlyIfUnchanged: false,
  // The department stands first because the organisation may not be there yet.
  reads: ({ organisationId, departmentId }) => [{ table: 'departments', id: departmentId }, { table: 'card_organisations', id: organisationId }],
  decide: (state, { organisationId, departmentId, content }, { actor }) => {
    const known = state.get('card_organisations', organisationId)
    const scope = cardScope(departmentId)
    if (known && known.scope !== scope) return refuse('commands/record-missing', { table: 'card_organisations' })
    // A department's own row belongs to the town: who leads another one would get this far.
    if (grantsFor(actor, ['lead'], departmentId).length === 0) return refuse('commands/not-allowed')
    // Cards name their unit by its id.
    if (known?.units.some(({ id }) => !content.units.some(unit => unit.id === id))) return refuse('service-cards/no-such-unit')
    return ok([{ table: 'card_organisations', row: { ...content, id: organisationId, scope, version: known?.version ?? 0 } }])
  },
})
