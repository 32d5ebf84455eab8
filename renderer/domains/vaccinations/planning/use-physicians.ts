import { grantsFor } from '../../../../shared/actor.ts'
import { PHYSICIANS } from '../../../../shared/domains/vaccinations/roles.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { useDeputies } from '../../staff/queries.ts'
import type { Physician } from './session-draft.ts'

/** Who may answer for a session at a place of health: its physicians, each person once. */
export function usePhysicians(scope: string): readonly Physician[] {
  const staff = useDeputies()?.staff ?? []
  const found = staff.filter(({ active, grants }) => active && grantsFor({ grants: grants.map(grant => ({ ...grant, viaPersonId: null, viaName: null })) }, PHYSICIANS, departmentOf(scope)).length > 0)
  return [...new Map(found.map(({ personId, name }) => [personId, { personId, name }])).values()]
}
