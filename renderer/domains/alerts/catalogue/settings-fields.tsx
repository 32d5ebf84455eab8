import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { readRegionCode } from '../../../../shared/domains/alerts/region-code.ts'
import { TextArea, TextInput } from '../../../ui/text-input.tsx'
import type { Edited } from './use-edited.ts'
import type { SettingsProblem, WrittenSettings } from './written-settings.ts'

type TextField = Exclude<keyof WrittenSettings, 'localities'>

const PARTS = {
  sender: ['senderName', 'sender', 'regionCode'], called: ['escalateMinutes', 'officerAddresses', 'leadAddresses'], drills: ['trainingAddresses'],
} as const satisfies Readonly<Record<string, readonly TextField[]>>

interface Props {
  readonly part: keyof typeof PARTS
  readonly edited: Pick<Edited<WrittenSettings>, 'content' | 'change'>
  readonly problems: readonly SettingsProblem[]
}

/** Some of the settings, each with what follows from it. */
export function SettingsFields({ part, edited: { content, change }, problems }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="panel catalogue-fields" aria-labelledby={`settings-${part}`}>
      <h3 id={`settings-${part}`} className="panel__title">{t(`alertCatalogue.settingsPart.${part}`)}</h3>
      <p className="field__hint">{t(`alertCatalogue.settingsMeaning.${part}`)}</p>
      <div className="pair">
        {PARTS[part].map(field => {
          const same = { label: t(`alertCatalogue.settingsField.${field}`), hint: hintOf(t, field, content), error: errorOf(t, problems, field), value: content[field], onChange: (value: string) => change({ [field]: value }) }
          return isList(field) ? <TextArea key={field} {...same} rows={4} maxLength={20_000} /> : <TextInput key={field} {...same} isRequired maxLength={160} />
        })}
      </div>
    </section>
  )
}

const isList = (field: TextField): boolean => field === 'trainingAddresses' || field === 'officerAddresses' || field === 'leadAddresses'

/** The key of the region is said in words, so that a slip is seen. */
function hintOf(t: TFunction, field: TextField, { regionCode }: WrittenSettings): string {
  const read = field === 'regionCode' ? readRegionCode(regionCode.trim()) : undefined
  if (read) return t(read.isWholeCounty ? 'alertCatalogue.wholeCounty' : 'alertCatalogue.regionRead', { state: read.state, county: read.county })
  if (field === 'regionCode' && /^\d{12}$/.test(regionCode.trim())) return t('alertCatalogue.regionStrange')
  return t(`alertCatalogue.settingsHint.${field}`)
}

function errorOf(t: TFunction, problems: readonly SettingsProblem[], field: TextField): string | undefined {
  const problem = problems.find(one => one.field === field)
  if (!problem) return undefined
  if (problem.code === 'address') return t('alertCatalogue.addressWrong', { what: problem.what })
  if (problem.code === 'too-many') return t('alertCatalogue.addressesTooMany', { most: problem.most })
  return problem.field === 'sender' || problem.field === 'senderName' || problem.field === 'regionCode' || problem.field === 'escalateMinutes' ? t(`alertCatalogue.settingsProblem.${problem.field}`) : undefined
}
