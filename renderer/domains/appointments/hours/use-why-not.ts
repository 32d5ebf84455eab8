import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { useMaySetHours } from '../queries.ts'

/** Why nothing can be changed about a place now; undefined where it can. */
export function useWhyNot({ place }: FurnishedPlace): string | undefined {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const maySet = useMaySetHours(place)
  if (!maySet) return t('hours.notLead')
  return isOnline ? undefined : t('hours.offline')
}
