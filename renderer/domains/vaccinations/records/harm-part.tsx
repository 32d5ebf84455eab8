import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import { useSuspectedHarm } from '../queries.ts'
import { HarmCard } from './harm-card.tsx'

/** Suspicions of harm: what has to be reported first stands first, what has gone below it. */
export function HarmPart(): ReactElement {
  const { t } = useTranslation()
  const known = useSuspectedHarm()
  if (!known) return <p className="muted">{t('common.loading')}</p>
  const open = known.filter(({ sideEffect }) => sideEffect.reportedAt === null)
  const gone = known.filter(({ sideEffect }) => sideEffect.reportedAt !== null).toReversed()
  if (known.length === 0) return <div className="empty"><Icon name="checkCircle" size={32} /><p>{t('vaccinationRecords.noHarm')}</p><p>{t('vaccinationRecords.noHarmHint')}</p></div>
  return (
    <div className="stack records">
      <p className="muted">{t('vaccinationRecords.harmIntro')}</p>
      {open.length === 0 && <p className="status status--good"><Icon name="checkCircle" size={16} /><span>{t('vaccinationRecords.allReported')}</span></p>}
      {open.map(harm => <HarmCard key={harm.sideEffect.id} harm={harm} />)}
      {gone.length > 0 && <h2 className="panel__title">{t('vaccinationRecords.reportedBefore')}</h2>}
      {gone.map(harm => <HarmCard key={harm.sideEffect.id} harm={harm} />)}
    </div>
  )
}
