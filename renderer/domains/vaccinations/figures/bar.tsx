import type { ReactElement } from 'react'
import { formatNumber } from '../../../ui/format.ts'
import { ShareBar } from '../../../ui/share-bar.tsx'
import { useLanguage } from '../../../ui/use-language.ts'

interface Props {
  readonly percent: number
  readonly value: number
  /** Said beside the number. */
  readonly note?: string | undefined
}

/** A number with its bar. */
export function Bar({ percent, value, note }: Props): ReactElement {
  const language = useLanguage()
  return <ShareBar percent={percent}><strong>{formatNumber(value, language)}</strong>{note && <span className="muted"> ({note})</span>}</ShareBar>
}
