import type { i18n } from 'i18next'
import type { EditedTemplate } from '../../../shared/contract/letters.ts'
import type { TemplateContent } from '../../../shared/domains/letters/template-content.ts'
import type { LetterKind } from '../../../shared/domains/letters/tables.ts'
import { formVariable, variableGroupsOf, type ItemVariable, type ParcelVariable } from '../../../shared/domains/letters/variables.ts'
import type { Language } from '../../texts/languages.ts'

/** What a list of placeholders offers under one heading. */
export interface VariableGroup {
  readonly title: string
  readonly variables: readonly { readonly name: string; readonly label: string }[]
}

interface Surroundings {
  readonly outcome: LetterKind
  readonly asked: TemplateContent['asked']
  /** The form of the template's service, if it is for one. */
  readonly form: EditedTemplate['form']
  readonly language: Language
}

/** Texts have no dots in their names. */
const ROW_WORDS = {
  'item.label': 'itemLabel', 'item.amount': 'itemAmount', 'parcel.label': 'parcelLabel', 'parcel.district': 'parcelDistrict', 'parcel.section': 'parcelSection', 'parcel.number': 'parcelNumber',
  'parcel.area': 'parcelArea',
} as const satisfies Readonly<Record<ItemVariable | ParcelVariable, string>>

const isOfRow = (name: string): name is keyof typeof ROW_WORDS => Object.hasOwn(ROW_WORDS, name)

/** Every placeholder a template may use, by where its value comes from; groups without any are left out. */
export function variableGroups(t: i18n['t'], { outcome, asked, form, language }: Surroundings): readonly VariableGroup[] {
  const known = variableGroupsOf(outcome).map(({ group, names }): VariableGroup =>
    ({ title: t(`letters.groups.${group}`), variables: names.map(name => ({ name, label: t(`letters.variable.${isOfRow(name) ? ROW_WORDS[name] : name}`) })) }))
  const answers = form?.sections.flatMap(({ fields }) => fields).map(({ key, label }) => ({ name: formVariable(key), label: label[language] })) ?? []
  return [
    ...known.slice(0, 1),
    { title: t('letters.groups.form'), variables: answers },
    ...known.slice(1, -1),
    { title: t('letters.groups.asked'), variables: asked.map(({ name, label }) => ({ name, label: label.trim() || name })) },
    ...known.slice(-1),
  ].filter(({ variables }) => variables.length > 0)
}
