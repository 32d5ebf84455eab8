import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintFile } from '../../../../shared/contract/notice-deliveries.ts'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'

/** Which file of a run it is, and from which to which place its letters go. */
export function FileWords({ file: { noticeIds, place, files, sheets, from, to } }: { readonly file: PrintFile }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return <p><b>{t('noticeDeliveries.print.file', { count: noticeIds.length, place, files, sheets: formatNumber(sheets, language) })}</b> <span className="muted">{t('noticeDeliveries.print.range', { from, to })}</span></p>
}
