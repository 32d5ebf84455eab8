import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCore } from '../../core-client/core-context.tsx'
import { useReadable } from '../../core-client/readable.ts'
import { useToast } from '../../ui/toasts.tsx'

/** What filled so long before the page came up was told by the page before, or stands in the counters. */
const NEWS_MS = 120_000

/** Tells once for each time that a view of the person's, which they asked to be told of, has something in it. */
export function useFilledViews(): void {
  const { t } = useTranslation()
  const { clock, filledViews } = useCore()
  const views = useReadable(filledViews)
  const show = useToast()
  const told = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    if (!views) return
    const before = told.current
    const isNews = (since: string): boolean => before !== undefined || clock.nowMs() - Date.parse(since) < NEWS_MS
    for (const { id, name, since } of views)
      if (!before?.has(`${id}/${since}`) && isNews(since)) show({ kind: 'done', title: t('savedViews.filled', { name }) })
    told.current = new Set(views.map(({ id, since }) => `${id}/${since}`))
  }, [views, clock, show, t])
}
