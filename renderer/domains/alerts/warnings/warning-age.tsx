import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { formatDayAndTime, formatRelative, formatTime } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { isOld } from './open-warnings.ts'

/** `Stand 20:15, vor 41 Minuten`: of when the picture is that it describes. */
export function WarningAge({ warning }: { readonly warning: OfficialWarning }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  const now = instantFromMs(nowMs)
  const time = germanDay(warning.sentAt) === germanDay(now) ? formatTime(warning.sentAt, language) : formatDayAndTime(warning.sentAt, language)
  return <span className={isOld(warning, now) ? 'warning-age warning-age--old' : 'warning-age'}>{t('alertWarnings.asOf', { time, age: formatRelative(warning.sentAt, nowMs, language) })}{isOld(warning, now) && ` (${t('alertWarnings.old')})`}</span>
}

/** How serious it is, in a word; a test and an all-clear are told as what they are before anything else. */
export function WarningRank({ warning: { isTest, isAllClear, severity } }: { readonly warning: OfficialWarning }): ReactElement {
  const { t } = useTranslation()
  return <strong>{isTest && `${t('alertWarnings.test')} · `}{isAllClear ? t('alertWarnings.allClear') : t(`alertWarnings.severity.${severity}`)}</strong>
}
