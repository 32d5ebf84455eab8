import type { ReactElement } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Status } from '../../../shared/contract/status.ts'
import { formatNumber } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { Gate } from './gate.tsx'

/** While this desk gets its first complete state; or why it cannot. */
export function FirstLoadPage({ status }: { readonly status: Status | undefined }): ReactElement {
  const { t } = useTranslation()
  if (status?.problem) return <Gate title={t('load.problem')}><Problem refusal={{ code: status.problem }} /></Gate>
  return (
    <Gate title={status?.load ? t('load.title') : t('load.waiting')}>
      {status?.load && <LoadProgress load={status.load} />}
      {status?.connection === 'offline' && <output className="callout">{t('load.offline')}</output>}
    </Gate>
  )
}

function LoadProgress({ load }: { readonly load: NonNullable<Status['load']> }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const share = Math.min(100, (load.rows / Math.max(1, load.estimate)) * 100)
  return (
    <>
      <p className="gate__text">{t('load.intro')}</p>
      <ProgressBar aria-label={t('load.label')} value={share} className="progress">
        <div className="progress__track"><div className="progress__bar" style={{ width: `${share}%` }} /></div>
        <p className="progress__text">{t('load.progress', { rows: formatNumber(load.rows, language), estimate: formatNumber(load.estimate, language) })}</p>
      </ProgressBar>
    </>
  )
}
