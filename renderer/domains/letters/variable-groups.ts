import type { i18n } from 'i18next'
import type { EditedTemplate } from '../../../shared/contract/letters.ts'
import type { TemplateContent } from '../../../shared/domains/letters/template-content.ts'
import { formVariable, VARIABLE_GROUPS } from '../../../shared/domains/letters/variables.ts'
import type { Language } from '../../texts/languages.ts'

/** What a list of placeholders offers under one heading. */
export interface VariableGroup {
  readonly title: string
  readonly variables: readonly { readonly name: string; readonly label: string }[]
}

interface Surroundings {
  readonly asked: TemplateContent['asked']
  /** The form of the template's service, if it is for one. */
  readonly form: EditedTemplate['form']
  readonly language: Language
}

/** Every placeholder a template may use, by where its value comes from; groups without any are left out. */
export function variableGroups(t: i18n['t'], { asked, form, language }: Surroundings): readonly VariableGroup[] {
  const known = (group: keyof typeof VARIABLE_GROUPS): VariableGroup =>
    ({ title: t(`letters.groups.${group}`), variables: VARIABLE_GROUPS[group].map(name => ({ name, label: t(`letters.variable.${name}`) })) })
  const answers = form?.sections.flatMap(({ fields }) => fields).map(({ key, label }) => ({ name: formVariable(key), label: label[language] })) ?? []
  return [
    known('case'),
    { title: t('letters.groups.form'), variables: answers },
    known('decision'),
    { title: t('letters.groups.asked'), variables: asked.map(({ name, label }) => ({ name, label: label.trim() || name })) },
    known('letterhead'),
  ].filter(({ variables }) => variables.length > 0)
}
