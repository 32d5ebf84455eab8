import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PortalLinkState, PortalSubmission } from '../../../shared/wire/portal-link.ts'
import { useNow } from '../../core-client/core-context.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { daysApart, formatDay, formatNumber } from '../../ui/format.ts'
import { FullTime } from '../../ui/time.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { problemWords, refusalWords } from './words.ts'

/** What waits and why, what went back, and what was refused at the door. */
export function WaitingPanel({ state }: { readonly state: PortalLinkState }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isOver = ({ state: at }: PortalSubmission): boolean => at === 'rejected' || at === 'expired'
  const waiting = state.submissions.filter(submission => !isOver(submission))
  const over = state.submissions.filter(isOver)
  return (
    <div className="stack portal-link">
      <p>{t('portalLink.accepted', { count: state.accepted, formatted: formatNumber(state.accepted, language) })} {state.repliesWaiting > 0 && t('portalLink.repliesWaiting', { count: state.repliesWaiting })}</p>
      {state.repliesFailed > 0 && <p className="callout">{t('portalLink.repliesFailed', { count: state.repliesFailed })}</p>}
      {waiting.length === 0 ? <p className="muted">{t('portalLink.nothingWaits')}</p> : <Submissions submissions={waiting} caption={t('portalLink.waiting')} />}
      {over.length > 0 && <Submissions submissions={over} caption={t('portalLink.over')} />}
      {state.refusals.length > 0 && (
        <DataTable isStackable caption={t('portalLink.refusals')} heads={[t('portalLink.what'), t('portalLink.todo'), { title: t('portalLink.times'), isNumber: true }, t('portalLink.last')]}>
          {state.refusals.map(({ code, about, times, lastAt }) => {
            const { what, todo } = refusalWords(t, code)
            return (
              <tr key={`${code} ${about}`}>
                <th scope="row">{what}{about && <span className="portal-link__id">{about}</span>}</th>
                <td>{todo}</td>
                <td className="number">{formatNumber(times, language)}</td>
                <td><FullTime at={lastAt} /></td>
              </tr>
            )
          })}
        </DataTable>
      )}
    </div>
  )
}

function Submissions({ submissions, caption }: { readonly submissions: readonly PortalSubmission[]; readonly caption: string }): ReactElement {
  const { t } = useTranslation()
  return (
    <DataTable isStackable caption={caption} heads={[t('portalLink.submission'), t('portalLink.since'), t('portalLink.what'), t('portalLink.todo'), t('portalLink.until')]}>
      {submissions.map(submission => <Line key={submission.id} submission={submission} />)}
    </DataTable>
  )
}

function Line({ submission }: { readonly submission: PortalSubmission }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow()
  const { id, caseId, state, announcedAt, expiresAt, problem, about } = submission
  const { what, todo } = problemWords(t, state, problem)
  const days = expiresAt === null ? null : Math.max(0, daysApart(now, Date.parse(expiresAt)))
  return (
    <tr>
      <th scope="row"><span className="portal-link__id">{id}</span><span className="portal-link__id muted">{t('portalLink.case', { id: caseId })}</span></th>
      <td><FullTime at={announcedAt} /></td>
      <td>{what}{about && <span className="portal-link__id">{about}</span>}</td>
      <td>{todo}</td>
      <td>{expiresAt !== null && days !== null && <span className={days <= 3 ? 'portal-link__soon' : undefined}>{t('portalLink.daysLeft', { count: days, day: formatDay(expiresAt, language) })}</span>}</td>
    </tr>
  )
}
