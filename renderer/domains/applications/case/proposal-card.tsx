import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Whole } from './case-actions.ts'
import { formatEuros } from '../../../ui/money.ts'

/** The proposed or released decision: what, why, by whom. */
export function ProposalCard({ whole }: { readonly whole: Whole }): ReactElement | null {
  const { t } = useTranslation()
  const { decision, application } = whole
  const outcome = decision?.outcome ?? application.outcome
  if (!outcome) return null
  const isSettled = application.status === 'decided'
  const isTentative = whole.pending.some(({ name }) => name === 'applications.approve')
  return (
    <div className={`verdict verdict--${outcome}`}>
      <p className="verdict__outcome">
        <Icon name={outcome === 'granted' ? 'checkCircle' : 'crossCircle'} size={24} />
        {t(isSettled ? `decided.${outcome}` : `proposed.${outcome}`)}
        {isTentative && <span className="verdict__tentative">{t('case.reserved')}</span>}
      </p>
      {decision && <p className="verdict__reason">{decision.reason || <span className="muted">{t('decision.noReason')}</span>}</p>}
      {decision && <More decision={decision} />}
      <Who whole={whole} />
    </div>
  )
}

/** What a decision says beside outcome and reason, where it says it. */
function More({ decision: { conditions, amountCents, feeCents } }: { readonly decision: NonNullable<Whole['decision']> }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const parts = [
    ['conditions', conditions],
    ['amountCents', amountCents === null ? '' : formatEuros(amountCents, language)],
    ['feeCents', feeCents === null ? '' : formatEuros(feeCents, language)],
  ] as const
  return (
    <>
      {parts.map(([field, text]) => text && (
        <p key={field} className="verdict__part"><span className="verdict__label">{t(`letter.field.${field}`)}</span><span className="verdict__reason">{text}</span></p>
      ))}
    </>
  )
}

function Who({ whole: { decision, application } }: { readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const time = (at: string): string => formatDayAndTime(at, language)
  if (!decision) return <p className="muted">{application.decidedAt && t('decision.decidedAt', { time: time(application.decidedAt) })}</p>
  return (
    <div className="muted">
      <p>{t('decision.proposedBy', { name: decision.proposedByName, time: time(decision.proposedAt) })}</p>
      {decision.settledAt && decision.settledByName && (
        <p>
          {t('decision.decidedBy', { name: decision.settledByName, time: time(decision.settledAt) })}
          {decision.settledFor && `, ${decision.settledForName ? t('history.actingFor', { name: decision.settledForName }) : t('decision.standingIn')}`}
        </p>
      )}
      {decision.settleReason && <p className="verdict__reason">{decision.settleReason}</p>}
    </div>
  )
}
