import { Link } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownView } from '../../../shared/contract/views.ts'
import { useSavedViews } from '../../domains/applications/views/queries.ts'
import { useFacets } from '../../domains/applications/queries.ts'
import { formatNumber } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** Views that the person or a department has saved, each with its counter. */
export function SavedViewsNav(): ReactElement | null {
  const { t } = useTranslation()
  const views = useSavedViews()?.filter(({ query }) => query !== null) ?? []
  if (views.length === 0) return null
  return (
    <>
      <h2 className="nav__title">{t('savedViews.title')}</h2>
      <ul className="nav__list">{views.map(view => <SavedViewLink key={view.id} view={view} />)}</ul>
    </>
  )
}

function SavedViewLink({ view }: { readonly view: ShownView }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { departments } = useFacets()
  const department = departments.find(({ id }) => id === view.departmentId)?.name
  const hint = department === undefined ? t('savedViews.ownHint') : t('savedViews.sharedHint', { department, owner: view.ownerName })
  const count = formatNumber(view.count, language)
  return (
    <li>
      <Link to="/applications" search={{ view: view.query?.view ?? 'all', saved: view.id }} className="nav__link" activeProps={{ 'aria-current': 'page' }} title={`${view.name}\n${hint}`}>
        <Icon name={view.departmentId === null ? 'bookmark' : 'team'} />
        <span className="nav__name nav__name--own">{view.name}</span>
        {view.count > 0 && <span className="nav__count">{view.capped ? t('savedViews.moreThan', { count: view.count, formatted: count }) : count}</span>}
      </Link>
    </li>
  )
}
