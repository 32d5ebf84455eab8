import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { msOf, type Instant } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'

const SECOND_MS = 1_000
const MINUTE_S = 60

/** How long a release can still be taken back, counted down; what is said aloud is the moment itself, beside it. */
export function CoolingTime({ outAt }: { readonly outAt: Instant }): ReactElement {
  const { t } = useTranslation()
  const left = Math.max(0, Math.ceil((msOf(outAt) - useNow(SECOND_MS)) / SECOND_MS))
  const time = `${Math.floor(left / MINUTE_S)}:${String(left % MINUTE_S).padStart(2, '0')}`
  return <p className="notice-cooling" aria-hidden="true">{t('notices.cooling', { time })}</p>
}
