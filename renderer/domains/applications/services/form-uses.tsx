import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldKindOf, propertiesOf, type FieldKind } from '../../../../shared/domains/applications/field-kinds.ts'
import type { FormDraft } from '../../../../shared/domains/applications/service-draft.ts'
import { ProblemLine } from '../../../ui/editing/problem-line.tsx'
import { Select, type SelectItem } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { fieldsOf, type FormChange } from './form-editing.ts'
import { useProblemAt } from '../../../ui/editing/problem-words.ts'

interface Props {
  readonly form: FormDraft
  readonly onChange: (change: FormChange) => void
}

const NONE = 'none'

/** Which questions make up the applicant's name, the place, and the address for notices. */
export function FormUses({ form, onChange }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const problems = { locality: useProblemAt('form.localityKey'), email: useProblemAt('form.emailKey') }
  const properties = propertiesOf(form.schema)
  const fit = (...kinds: readonly FieldKind[]): readonly SelectItem[] =>
    fieldsOf(form).filter(({ key }) => kinds.includes(fieldKindOf(properties[key] ?? {}))).map(({ key, label }) => ({ id: key, name: label[language] || t('services.unnamed') }))
  const orNone = (items: readonly SelectItem[]): readonly SelectItem[] => [{ id: NONE, name: t('services.none') }, ...items]
  const setName = (place: number) => (key: string): void =>
    onChange(current => {
      const kept = current.nameKeys.filter((one, index) => index !== place && one !== key)
      return { ...current, nameKeys: key === NONE ? kept : kept.toSpliced(place, 0, key) }
    })
  return (
    <fieldset className="builder-section" aria-label={t('services.uses')}>
      <p className="panel__subtitle">{t('services.uses')}</p>
      <div className="pair">
        <Select label={t('services.fields.firstName')} items={orNone(fit('text'))} value={form.nameKeys[0] ?? NONE} onChange={setName(0)} />
        <Select label={t('services.fields.lastName')} items={orNone(fit('text'))} value={form.nameKeys[1] ?? NONE} onChange={setName(1)} />
        <Select label={t('services.fields.locality')} items={orNone(fit('text', 'choice'))} value={form.localityKey ?? NONE} error={problems.locality} onChange={key => onChange(current => ({ ...current, localityKey: key === NONE ? null : key }))} />
        <Select label={t('services.fields.email')} items={orNone(fit('email'))} value={form.emailKey ?? NONE} error={problems.email} onChange={key => onChange(current => ({ ...current, emailKey: key === NONE ? null : key }))} />
      </div>
      <ProblemLine path="form.nameKeys" />
      <ProblemLine path="form.sortable" />
    </fieldset>
  )
}
