import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { listed } from '../in-words.ts'
import { LongText } from './long-text.tsx'
import { WarningAge, WarningRank } from './warning-age.tsx'

/** A warning of another authority in full, as it was received. */
export function WarningText({ warning }: { readonly warning: OfficialWarning }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { headline, text, instruction, senderName, areaNames, endsAt, acknowledged, escalatedAt } = warning
  const facts: readonly (readonly [string, string])[] = [
    [t('alertWarnings.from'), senderName], [t('alertWarnings.where'), listed(areaNames, language)], [t('alertWarnings.until'), endsAt ? formatDayAndTime(endsAt, language) : ''],
  ]
  return (
    <article className="warning-text">
      <p className="warning-text__rank"><WarningRank warning={warning} /> <WarningAge warning={warning} /></p>
      <h3 className="warning-text__headline">{headline}</h3>
      {text && <LongText text={text} />}
      {instruction && <><h4 className="warning-text__todo">{t('alertWarnings.todo')}</h4><LongText text={instruction} /></>}
      <dl className="warning-text__facts">{facts.flatMap(([name, value]) => (value ? [<div key={name}><dt>{name}</dt><dd>{value}</dd></div>] : []))}</dl>
      {acknowledged && <p className="muted">{t('alertWarnings.acknowledgedBy', { name: acknowledged.byName, at: formatDayAndTime(acknowledged.at, language) })}</p>}
      {escalatedAt && !acknowledged && <p className="late">{t('alertWarnings.escalated', { at: formatDayAndTime(escalatedAt, language) })}</p>}
    </article>
  )
}
