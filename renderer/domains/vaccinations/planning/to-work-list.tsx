import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import type { PlaceId } from '../../../../shared/ids.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { usePreference } from '../../../ui/use-preference.ts'

interface Props {
  readonly placeId: PlaceId
  readonly scope: string
}

/** Leads to the list of those without a time, which stands with the opening hours of the place; only who leads there has it. */
export function ToWorkList({ placeId, scope }: Props): ReactElement {
  const { t } = useTranslation()
  const isLead = grantsIn(usePerson(), ['lead'], scope).length > 0
  // The screens about places show the one that was chosen last.
  const { set } = usePreference<string>('appointments.place', value => typeof value === 'string')
  if (!isLead) return <p className="muted">{t('planning.leadTells')}</p>
  return <Link to="/$page" params={{ page: 'hours' }} className="button button--primary" onClick={() => set(placeId)}>{t('planning.toWorkList')}</Link>
}
