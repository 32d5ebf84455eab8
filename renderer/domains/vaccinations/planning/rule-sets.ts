import { ruleIdOf } from '../../../../shared/domains/vaccinations/rules.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'

export type RuleContent = Pick<VaccinationRules, 'schedules' | 'spacing'>

/** What is known under a key at a place; nothing for a key that is new. */
export function contentUnder(rules: readonly VaccinationRules[], scope: string, key: string): RuleContent {
  const row = rules.find(({ id }) => id === ruleIdOf(scope, key))
  return { schedules: row?.schedules ?? [], spacing: row?.spacing ?? [] }
}

/** The rules as they would be with one record of them changed, and that record. */
export function rulesWith(rules: readonly VaccinationRules[], scope: string, key: string, change: (content: RuleContent) => RuleContent): { readonly rules: readonly VaccinationRules[]; readonly content: RuleContent } {
  const id = ruleIdOf(scope, key)
  const before = rules.find(row => row.id === id)
  const content = change(contentUnder(rules, scope, key))
  const row: VaccinationRules = { id, scope: before?.scope ?? scope, version: before?.version ?? 0, ...content }
  return { rules: [...rules.filter(one => one.id !== id), row], content }
}
