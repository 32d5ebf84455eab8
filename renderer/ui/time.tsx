import type { ReactElement } from 'react'
import { useNow } from '../core-client/core-context.tsx'
import { formatDayAndTime, formatRelative } from './format.ts'
import { useLanguage } from './use-language.ts'

/** `vor 3 Tagen`, with the exact moment for the pointer and for those who listen. */
export function RelativeTime({ at }: { readonly at: string }): ReactElement {
  const language = useLanguage()
  const exact = formatDayAndTime(at, language)
  return <time dateTime={at} title={exact}>{formatRelative(at, useNow(), language)}</time>
}

/** `22.11.2026, 19:38 (vor 3 Tagen)`: both, where there is room. */
export function FullTime({ at }: { readonly at: string }): ReactElement {
  const language = useLanguage()
  return <time dateTime={at}>{formatDayAndTime(at, language)}</time>
}
