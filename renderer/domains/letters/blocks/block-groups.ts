import type { i18n } from 'i18next'
import type { EditedTemplate } from '../../../../shared/contract/letters.ts'
import type { Language } from '../../../texts/languages.ts'
import { variableGroups, type VariableGroup } from '../variable-groups.ts'

/** The placeholders that the templates of a block know, each once; before there is one, those of notices and of decisions. */
export function blockGroups(t: i18n['t'], usedBy: readonly EditedTemplate[], language: Language): readonly VariableGroup[] {
  const using = usedBy.flatMap(({ template, form }) => (template ? [{ outcome: template.outcome, asked: template.asked, form }] : []))
  const kinds = using.length > 0 ? using : (['notice', 'granted'] as const).map(outcome => ({ outcome, asked: [], form: null }))
  const all = kinds.flatMap(kind => variableGroups(t, { ...kind, language }))
  return [...Map.groupBy(all, ({ title }) => title)].map(([title, groups]) =>
    ({ title, variables: [...new Map(groups.flatMap(({ variables }) => variables).map(variable => [variable.name, variable])).values()] }))
}
