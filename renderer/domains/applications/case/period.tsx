import type { TFunction } from 'i18next'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isEnded } from '../../../../shared/domains/applications/rules.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import type { Language } from '../../../texts/languages.ts'
import { daysApart, formatDay } from '../../../ui/format.ts'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { isDueSoon, isOverdue, restingSince } from '../list/list-row.ts'
import type { Whole } from './case-actions.ts'
import { soonWords } from './soon-words.ts'

/** By when the case has to be decided, what orders that, and the law the decision rests on. */
export function Period({ whole }: { readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { application: { status, extendedAt }, service } = whole
  return (
    <div className="period">
      {!isEnded({ status }) && <PeriodLine whole={whole} />}
      {extendedAt && <p className="muted">{t('period.extended', { day: formatDay(extendedAt, language) })}</p>}
      {service.legalBasis && <p className="muted">{t('period.legalBasis', { law: service.legalBasis })}</p>}
    </div>
  )
}

function PeriodLine({ whole }: { readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { tone, icon, text } = look(t, language, whole.application, useNow())
  const { deadline } = whole.service
  const hasBasis = deadline !== null && (tone === 'runs' || tone === 'soon' || tone === 'late')
  return (
    <p className="period__line">
      <span className={tone}>
        {icon && <Icon name={icon} size={16} />}
        <span>{text}{hasBasis && ` · ${t(`period.basis.${deadline.basis}`)}`}</span>
      </span>
    </p>
  )
}

interface Look {
  readonly tone: 'rests' | 'late' | 'soon' | 'runs' | 'muted'
  readonly icon?: IconName
  readonly text: string
}

function look(t: TFunction, language: Language, application: Whole['application'], nowMs: number): Look {
  const since = restingSince(application)
  if (since) return { tone: 'rests', icon: 'pause', text: t('period.rests', { day: formatDay(since, language) }) }
  const { dueAt } = application
  if (!dueAt) return { tone: 'muted', text: t('case.noDue') }
  const day = formatDay(dueAt, language)
  const days = daysApart(nowMs, Date.parse(dueAt))
  if (isOverdue(application, nowMs)) return { tone: 'late', icon: 'warning', text: t('period.late', { day, since: t('time.overdueSince', { count: -days }) }) }
  if (isDueSoon(application, nowMs)) return { tone: 'soon', icon: 'clock', text: t('period.soon', { day, when: soonWords(t, days) }) }
  return { tone: 'runs', text: t('period.until', { day }) }
}
