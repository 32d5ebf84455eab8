import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../../../../shared/domains/notices/tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { SheetButton } from '../../../ui/sheet-button.tsx'

/** Shows the letter of one notice as it goes out. */
export function LetterButton({ notice: { id, content } }: { readonly notice: Pick<Notice, 'id' | 'content'> }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  return <SheetButton label={t('notices.one.letter')} title={t('notices.one.letterTitle', { name: content.recipient.name })} offline={t('notices.one.letterOffline')} ask={() => client.notices.letter({ noticeId: id })} />
}
