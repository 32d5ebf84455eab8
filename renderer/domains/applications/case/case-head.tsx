import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isEnded } from '../../../../shared/domains/applications/rules.ts'
import { useCore, useNow, usePerson } from '../../../core-client/core-context.tsx'
import { useReadable } from '../../../core-client/readable.ts'
import { IconButton } from '../../../ui/button.tsx'
import { daysApart, formatDay, formatDayAndTime, formatRelative } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { StatusMark } from '../../../ui/status-mark.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { isDueSoon, isOverdue, restingSince } from '../list/list-row.ts'
import { useSecrets } from '../../people/use-secrets.ts'
import { PersonLink } from '../../people/person-link.tsx'
import type { Whole } from './case-actions.ts'
import { Reference } from './reference.tsx'
import { soonWords } from './soon-words.ts'

export interface CaseNavigation {
  readonly onBack: () => void
  readonly onNext: () => void
  readonly onPrevious: () => void
  /** Another case. */
  readonly onOpen: (id: string) => void
  /** A suggestion about the service of the case. */
  readonly onSuggest: () => void
}

/** Which case this is, at one glance, and who else looks at it. */
export function CaseHead({ whole, navigation }: { readonly whole: Whole; readonly navigation: CaseNavigation }): ReactElement {
  const { t } = useTranslation()
  const { application } = whole
  return (
    <header className="case__head">
      <div className="case__bar">
        <IconButton icon="back" label={t('case.back')} onPress={navigation.onBack} />
        <Reference application={application} />
        <StatusMark status={application.status} outcome={application.outcome} />
        <Present id={application.id} />
        <span className="case__steps">
          <IconButton icon="up" label={t('case.previous')} onPress={navigation.onPrevious} />
          <IconButton icon="down" label={t('case.next')} onPress={navigation.onNext} />
        </span>
      </div>
      <h1 className="case__subject">{application.subject}</h1>
      <CaseFacts whole={whole} onSuggest={navigation.onSuggest} />
    </header>
  )
}

function CaseFacts({ whole: { application, service, departmentName }, onSuggest }: { readonly whole: Whole } & Pick<CaseNavigation, 'onSuggest'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nowMs = useNow()
  return (
    <dl className="case__facts">
      <Fact label={t('case.applicant')}><Applicant application={application} /></Fact>
      <Fact label={t('case.service')}>
        {service.title[language]} <span className="case__suggest"><IconButton icon="idea" label={t('suggestions.aboutThisService')} onPress={onSuggest} /></span>
      </Fact>
      <Fact label={t('case.department')}>{departmentName}</Fact>
      <Fact label={t('case.received')}>
        <Received application={application} />
      </Fact>
      <Fact label={t('case.due')}><Due application={application} nowMs={nowMs} /></Fact>
      <Fact label={t('case.assignee')}>{application.assigneeName ?? <span className="muted">{t('list.nobody')}</span>}</Fact>
    </dl>
  )
}

/** Where they live is part of what a secrecy hides. */
function Applicant({ application: { id, applicantName, locality } }: Pick<Whole, 'application'>): ReactElement {
  const isSecret = useSecrets()(id)
  return <>{applicantName}{locality && !isSecret && `, ${locality}`} <PersonLink table="applications" recordId={id} /></>
}

function Received({ application: { receivedAt, channel } }: Pick<Whole, 'application'>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const day = formatDay(receivedAt, language)
  const ago = formatRelative(receivedAt, useNow(), language)
  const more = ago === day ? t(`channel.${channel}`) : `${ago}, ${t(`channel.${channel}`)}`
  return <time dateTime={receivedAt} title={formatDayAndTime(receivedAt, language)}>{day} <span className="muted">({more})</span></time>
}

const Fact = ({ label, children }: { readonly label: string; readonly children: React.ReactNode }): ReactElement => (
  <div className="case__fact"><dt>{label}</dt><dd>{children}</dd></div>
)

function Due({ application, nowMs }: { readonly application: Whole['application']; readonly nowMs: number }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { dueAt } = application
  const since = restingSince(application)
  if (since) return <span className="rests"><Icon name="pause" size={16} />{t('list.restsSince', { day: formatDay(since, language) })}</span>
  if (!dueAt) return <span className="muted">{t('case.noDue')}</span>
  const day = formatDay(dueAt, language)
  if (isEnded(application)) return <>{day}</>
  const late = daysApart(Date.parse(dueAt), nowMs)
  if (isOverdue(application, nowMs) && late > 0) return <span className="late"><Icon name="warning" size={16} />{day}, {t('time.overdueSince', { count: late })}</span>
  if (isDueSoon(application, nowMs)) return <span className="soon"><Icon name="clock" size={16} />{day}, {soonWords(t, -late)}</span>
  return <>{day} <span className="muted">({formatRelative(dueAt, nowMs, language)})</span></>
}

function Present({ id }: { readonly id: string }): ReactElement | null {
  const { t } = useTranslation()
  const me = usePerson().personId
  const people = useReadable(useCore().present)
  const names = [...new Set(people.filter(({ recordId, personId }) => recordId === id && personId !== me).map(({ name }) => name))]
  return (
    <output className="present">
      {names.length > 0 && <><Icon name="eye" size={16} />{t('case.present', { names: names.join(', ') })}</>}
    </output>
  )
}
