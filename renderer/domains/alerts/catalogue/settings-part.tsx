import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AlertSettings } from '../../../../shared/domains/alerts/tables.ts'
import { useAlertCommand } from '../mutations.ts'
import { EditFrame } from './edit-frame.tsx'
import { LocalityFields } from './locality-fields.tsx'
import { SettingsFields } from './settings-fields.tsx'
import { useEdited, type Edited } from './use-edited.ts'
import { settingsContent, settingsProblems, WrittenSettings, writtenSettings } from './written-settings.ts'

/** What all messages of the town have in common. */
export function SettingsPart({ settings }: { readonly settings: AlertSettings | null }): ReactElement {
  const { t } = useTranslation()
  const edited = useEdited<WrittenSettings>({ key: 'alert-settings-draft', schema: WrittenSettings, published: writtenSettings(settings) })
  return edited ? <OpenSettings edited={edited} /> : <output className="muted">{t('common.loading')}</output>
}

function OpenSettings({ edited }: { readonly edited: Edited<WrittenSettings> }): ReactElement {
  const { t } = useTranslation()
  const [isJudged, setJudged] = useState(false)
  const { run, isRunning } = useAlertCommand('set-settings')
  const content = settingsContent(edited.content)
  const problems = isJudged ? settingsProblems(edited.content) : []
  const save = async (): Promise<void> => {
    setJudged(true)
    if (!content || !await run({ content })) return
    edited.forget()
    setJudged(false)
  }
  const inWords = (field: keyof WrittenSettings, value: WrittenSettings[keyof WrittenSettings]): readonly [string, string] =>
    [t(`alertCatalogue.settingsField.${field}`), typeof value === 'string' ? value : value.map(({ name, latitude, longitude, radiusKm }) => `${name} (${latitude}, ${longitude}, ${radiusKm} km)`).join('; ')]
  return (
    <EditFrame title={t('alertCatalogue.settings')} edited={edited} isRunning={isRunning} inWords={inWords} onSave={() => void save()}>
      {problems.length > 0 && <p role="alert" className="field__hint field__hint--error">{t('alertCatalogue.settingsWrong', { count: problems.length })}</p>}
      <SettingsFields part="sender" edited={edited} problems={problems} />
      <LocalityFields edited={edited} problems={problems} />
      <SettingsFields part="called" edited={edited} problems={problems} />
      <SettingsFields part="drills" edited={edited} problems={problems} />
    </EditFrame>
  )
}
