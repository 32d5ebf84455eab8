import { Link } from '@tanstack/react-router'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownRun } from '../../../../shared/contract/notices.ts'
import { stageOf } from '../../../../shared/domains/notices/stage.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow, usePerson } from '../../../core-client/core-context.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { formatEuros } from '../../../ui/money.ts'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { Screen } from '../../../ui/screen.tsx'
import { RelativeTime } from '../../../ui/time.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeRuns } from '../queries.ts'
import { nextLabel, nextSentence, waitsFor } from './next-step.ts'
import { NoticeNav } from './notice-nav.tsx'
import { RunStageMark } from './stage-mark.tsx'
import './notices.css'

/** All runs of mass notices: what waits for this person first, then the rest, the newest first. */
export function NoticesPage(): ReactElement {
  const { t } = useTranslation()
  const runs = useNoticeRuns()
  const person = usePerson()
  const now = useNow()
  const mine = runs?.filter(run => waitsFor(run, person, now)) ?? []
  const others = runs?.filter(run => !mine.includes(run)) ?? []
  return (
    <Screen
      title={t('pages.notices')} intro={t('notices.intro')}
      actions={<>
        {person.grants.some(({ role }) => role === 'lead') && <Link to="/notices/settings" className="button button--quiet"><Icon name="pencil" /><span>{t('noticeSettings.title')}</span></Link>}
        <Link to="/notices/import" className="button button--primary" data-primary-action={mine.length === 0 ? '' : undefined}><Icon name="plus" /><span>{t('notices.new')}</span></Link>
      </>}
    >
      <NoticeNav />
      {!runs && <p className="muted">{t('common.loading')}</p>}
      {runs?.length === 0 && <div className="empty"><Icon name="mail" size={32} /><p>{t('notices.empty')}</p></div>}
      <div className="stack">
        {mine.length > 0 && <Section title={t('notices.toRelease')} runs={mine} isCalling />}
        {others.length > 0 && <Section title={t('notices.all')} runs={others} />}
      </div>
    </Screen>
  )
}

function Section({ title, runs, isCalling = false }: { readonly title: string; readonly runs: readonly ShownRun[]; readonly isCalling?: boolean }): ReactElement {
  const headingId = useId()
  return (
    <section className={isCalling ? 'notice-runs notice-runs--calling' : 'notice-runs'} aria-labelledby={headingId}>
      <h2 id={headingId} className="notice-runs__title">{title} <span className="notice-runs__count">{runs.length}</span></h2>
      <ul className="notice-runs__list">{runs.map((run, index) => <Line key={run.id} run={run} isFirst={isCalling && index === 0} />)}</ul>
    </section>
  )
}

/** One run: what it is, how much, how far, and what comes next. */
function Line({ run, isFirst }: { readonly run: ShownRun; readonly isFirst: boolean }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const person = usePerson()
  const nowMs = useNow()
  const isAsked = waitsFor(run, person, nowMs)
  return (
    <li className="notice-run">
      <div className="notice-run__what">
        <Link to="/notices/$id" params={{ id: run.id }} className="notice-run__title">{run.title}</Link>
        <p className="notice-run__facts">
          <span>{run.kindTitle}</span>
          <span>{t('notices.letters', { count: run.letters })}</span>
          <span>{formatEuros(run.totalCents, language)}</span>
          <RelativeTime at={run.createdAt} />
        </p>
      </div>
      <span className="notice-run__stage"><RunStageMark stage={stageOf(run, instantFromMs(nowMs))} />{run.isPending && <PendingMark />}</span>
      <p className="notice-run__next">{nextSentence(run, { t, language, person, nowMs })}</p>
      <Link to="/notices/$id" params={{ id: run.id }} className={`button button--${isAsked ? 'primary' : 'secondary'}`} data-primary-action={isFirst ? '' : undefined} aria-label={`${nextLabel(run, { t, person, nowMs })}: ${run.title}`}>
        {nextLabel(run, { t, person, nowMs })}
      </Link>
    </li>
  )
}
