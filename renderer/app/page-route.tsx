import { useParams } from '@tanstack/react-router'
import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/problem.tsx'
import { pageNamed } from './pages.ts'
import { usePages } from './use-pages.ts'

/** A screen beside the cases, for those it is meant for. */
export function PageRoute(): ReactElement {
  const { t } = useTranslation()
  const { page: name } = useParams({ from: '/$page' })
  const page = pageNamed(name)
  const { pages, isSettled } = usePages()
  useEffect(() => {
    if (page) document.title = `${t(`pages.${page.name}`)} – ${t('app.name')}`
  }, [page, t])
  if ((page?.isHealth || page?.isOfNotices || page?.isOfCards) && !isSettled) return <div className="screen" />
  if (!page || !pages.includes(page)) return <div className="screen"><Problem refusal={{ code: 'request/not-found' }} /></div>
  return <page.Component />
}
