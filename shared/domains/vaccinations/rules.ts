import * as z from 'zod'
import { defineCommand, type RecordRef, type State } from '../../command.ts'
import { PlaceId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { departmentOf, isHealthScope } from '../../scope.ts'
import { PLANNERS } from './roles.ts'
import type { Schedule, SpacingRule } from './schedule.ts'
import { VaccinationRules, type EarlierDose, type Vaccine } from './tables.ts'

/** Under this key stand the rules about distances between vaccines. */
export const SPACING = 'spacing'

/** Where the rules about a disease stand, or those about distances. */
export const ruleIdOf = (scope: string, key: string): string => `${departmentOf(scope) ?? ''}/${key}`

/** The diseases whose rules have a say in a dose: its own, and those of earlier doses, by which these are known for live ones. */
export const concernedBy = ({ diseases }: Pick<Vaccine, 'diseases'>, history: readonly Pick<EarlierDose, 'diseases'>[]): readonly string[] =>
  [...new Set([...diseases, ...history.flatMap(earlier => earlier.diseases)].map(({ code }) => code))]

/** The records that hold what is to be known about diseases, distances included. */
export const rulesFor = (scope: string, codes: readonly string[]): readonly RecordRef[] =>
  [...new Set([...codes, SPACING])].map((key): RecordRef => ({ table: 'vaccination_rules', id: ruleIdOf(scope, key) }))

/** What those records say, as the engine takes it. */
export function rulesIn(state: State, scope: string, codes: readonly string[]): { readonly schedules: readonly Schedule[]; readonly spacing: readonly SpacingRule[] } {
  const rows = rulesFor(scope, codes).flatMap(({ id }) => state.get('vaccination_rules', id) ?? [])
  return { schedules: rows.flatMap(({ schedules }) => schedules), spacing: rows.flatMap(({ spacing }) => spacing) }
}

/** Enters what is known about a disease, or about distances; earlier editions stay with the days on which they held. */
export const setRules = defineCommand({
  name: 'vaccinations.set-rules',
  version: 1,
  input: z.object({ placeId: PlaceId, key: z.string().regex(/^(?:\d{6,18}|spacing)$/), content: VaccinationRules.pick({ schedules: true, spacing: true }) }),
  offline: 'online-only',
  roles: PLANNERS,
  onlyIfUnchanged: false,
  reads: ({ placeId, key }, state) => {
    const place = state.get('places', placeId)
    return [{ table: 'places', id: placeId }, ...(place ? [{ table: 'vaccination_rules', id: ruleIdOf(place.scope, key) } as const] : [])]
  },
  decide: (state, { placeId, key, content }) => {
    const place = state.get('places', placeId)
    if (!place || !isHealthScope(place.scope)) return refuse('commands/record-missing', { table: 'places' })
    if (content.schedules.some(({ disease }) => disease.code !== key)) return refuse('vaccinations/other-disease')
    const id = ruleIdOf(place.scope, key)
    return ok([{ table: 'vaccination_rules', row: { ...content, id, scope: place.scope, version: state.get('vaccination_rules', id)?.version ?? 0 } }])
  },
})
