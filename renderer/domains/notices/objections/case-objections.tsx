import { Link } from '@tanstack/react-router'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ObjectedNotice } from '../../../../shared/contract/notice-links.ts'
import type { ApplicationId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import { Button } from '../../../ui/button.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { ClockMark } from '../clock/clock-mark.tsx'
import { LinkNoticeDialog } from './link-notice-dialog.tsx'
import { useObjections } from './queries.ts'
import './objections.css'

interface Props {
  readonly applicationId: ApplicationId
  readonly receivedAt: Instant
}

/** The notices against which a case is the objection, each with its days and whether the objection came in time; nothing where nobody sends notices. */
export function CaseObjections({ applicationId, receivedAt }: Props): ReactElement | null {
  const { t } = useTranslation()
  const titleId = useId()
  const [isLinking, setLinking] = useState(false)
  const objections = useObjections(applicationId)
  if (!objections || (objections.notices.length === 0 && !objections.canLink)) return null
  const { notices, canLink } = objections
  return (
    <section className="panel" aria-labelledby={titleId}>
      <header className="panel__head">
        <h2 id={titleId} className="panel__title">{t('noticeCorrect.objection.title')}</h2>
        {canLink && <Button kind="quiet" icon="plus" onPress={() => setLinking(true)}>{t('noticeCorrect.objection.link')}</Button>}
      </header>
      {notices.length === 0 && <p className="muted">{t('noticeCorrect.objection.none')}</p>}
      <ul className="objections">{notices.map(notice => <Line key={`${notice.id} ${notice.objectedOn}`} notice={notice} />)}</ul>
      {isLinking && <LinkNoticeDialog applicationId={applicationId} receivedAt={receivedAt} onClose={() => setLinking(false)} />}
    </section>
  )
}

function Line({ notice }: { readonly notice: ObjectedNotice }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { id, name, reference, kindTitle, objectedOn, isInTime, sentOn, announcedOn, endOn, state } = notice
  const day = formatPlainDay(objectedOn, language)
  const word = isInTime === null ? 'noPeriod' : isInTime ? 'inTime' : 'late'
  return (
    <li className="objection">
      <p><Link to="/notices/finality" search={{ notice: id }} className="link">{reference}</Link> {name}</p>
      <p className="muted">{kindTitle}</p>
      <p className={word === 'late' ? 'late' : undefined}>{t(`noticeCorrect.objection.${word}`, { day })}</p>
      <dl className="objection__days">
        {([['sentOn', sentOn], ['announcedOn', announcedOn], ['endOn', endOn]] as const).map(([field, of]) => (
          <div key={field}><dt>{t(`noticeCorrect.objection.${field}`)}</dt><dd>{of ? formatPlainDay(of, language) : '–'}</dd></div>
        ))}
      </dl>
      <ClockMark state={state} />
    </li>
  )
}
