import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { View } from '../../../../shared/contract/applications.ts'
import type { ShownView } from '../../../../shared/contract/views.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { isFiltered } from './filters.ts'
import type { ViewState } from './list-state.ts'

/** Why there is nothing to see, and the way out where there is one. */
export function EmptyList({ view, saved, state, onReset }: { readonly view: View; readonly saved: ShownView | null; readonly state: ViewState; readonly onReset: () => void }): ReactElement {
  const { t } = useTranslation()
  const search = state.search.trim()
  const isNarrowed = saved === null && (search !== '' || isFiltered(state.filters))
  const text = saved ? t('savedViews.empty') : isFiltered(state.filters) ? t('list.empty.filtered') : search ? t('list.empty.search', { search }) : t(`list.empty.${view}`)
  return (
    <div className="list__over">
      <div className="empty">
        <Icon name={isNarrowed ? 'search' : 'checkCircle'} size={32} />
        <p>{text}</p>
        {isNarrowed && <Button onPress={onReset}>{t('list.resetFilters')}</Button>}
      </div>
    </div>
  )
}
