import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { msOf } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'

const SECOND_MS = 1_000
const MINUTE_S = 60

/** How long a release can still be taken back, counted down; what is said aloud is the moment itself, beside it. */
export function CoolingTime({ at, outAt }: Pick<NonNullable<NoticeRun['released']>, 'at' | 'outAt'>): ReactElement {
  const { t } = useTranslation()
  // Where the clock of this desk is behind, no more is promised than there was.
  const leftMs = msOf(outAt) - Math.max(msOf(at), useNow(SECOND_MS))
  const left = Math.max(0, Math.ceil(leftMs / SECOND_MS))
  const time = `${Math.floor(left / MINUTE_S)}:${String(left % MINUTE_S).padStart(2, '0')}`
  return <p className="notice-cooling" aria-hidden="true">{t('notices.cooling', { time })}</p>
}
