import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/problem.tsx'
import { PagesView } from './files/pages-view.tsx'
import { usePages } from './files/use-pages.ts'

interface Props {
  /** The file's bytes; the same array as long as it is the same file. */
  readonly content: Uint8Array<ArrayBuffer>
  /** What a screen reader calls it. */
  readonly label?: string
}

/** A PDF in the page itself, without a plug-in: pages as they come near, size, keys, and the words for screen readers. */
export function PdfView({ content, label }: Props): ReactElement {
  const { t } = useTranslation()
  const pages = usePages(content, 'application/pdf')
  if (pages.kind === 'loading') return <output className="muted">{t('common.loading')}</output>
  if (!pages.ok) return <Problem refusal={{ code: pages.code }} />
  return <PagesView source={pages.source} label={label ?? t('files.document')} />
}
