import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { mayReview } from '../../../../shared/domains/alerts/release-commands.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { useAlertCommand } from '../mutations.ts'

/** What was sent alone, loudly, until somebody else has said what they think of it; and quietly afterwards. */
export function ReviewPart({ alert }: { readonly alert: Alert }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const { released } = alert
  if (!released?.emergency) return null
  const { reason, reviewed } = released.emergency
  const said = reviewed && t(`alertRelease.review.${reviewed.verdict}`, { name: reviewed.byName, at: formatDayAndTime(reviewed.at, language), note: reviewed.note })
  return (
    <section className={reviewed ? (reviewed.verdict === 'disputed' ? 'alert-notice alert-notice--wait' : 'alert-notice') : 'alert-notice alert-notice--bad'} aria-label={t('alertRelease.review.title')}>
      <Icon name={reviewed ? 'info' : 'warning'} />
      <div className="stack">
        {!reviewed && <h2 className="alert-notice__title">{t('alertRelease.review.title')}</h2>}
        <p>{t('alertRelease.review.text', { name: released.byName, at: formatDayAndTime(released.at, language), reason })}</p>
        {said ? <p>{said}</p> : <ReviewActions alert={alert} />}
      </div>
    </section>
  )
}

function ReviewActions({ alert }: { readonly alert: Alert }): ReactElement {
  const { t } = useTranslation()
  const person = usePerson()
  const { run, isRunning } = useAlertCommand('review')
  const [isDisputing, setDisputing] = useState(false)
  if (!mayReview(alert, person)) return <p>{t('alertRelease.review.others')}</p>
  return (
    <div className="row">
      <ActionButton icon="check" onPress={() => { if (!isRunning) void run({ alertId: alert.id, verdict: 'confirmed', note: '' }) }}>{t('alertRelease.review.confirm')}</ActionButton>
      <ActionButton icon="crossCircle" onPress={() => setDisputing(true)}>{t('alertRelease.review.dispute')}</ActionButton>
      {isDisputing && (
        <ReasonDialog
          title={t('alertRelease.review.disputeTitle')} meaning={t('alertRelease.review.disputeMeaning')} label={t('alertRelease.review.note')} missing={t('alertRelease.reasonMissing')} confirm={t('alertRelease.review.dispute')}
          isRunning={isRunning} onSend={note => run({ alertId: alert.id, verdict: 'disputed', note })} onClose={() => setDisputing(false)}
        />
      )}
    </div>
  )
}
