import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownNotice } from '../../../../shared/contract/notices.ts'
import { chooseWay } from '../../../../shared/domains/notices/way-commands.ts'
import { Select } from '../../../ui/select.tsx'
import { useNoticeCommand } from '../mutations.ts'
import { idOfWay, wayItems, wayOf, wayWords } from './way-words.ts'

/** How one notice goes: to be chosen while its run is a draft, and what the check made of it after that. */
export function WayPart({ notice: { id, way, checked, sent }, isDraft }: { readonly notice: ShownNotice; readonly isDraft: boolean }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useNoticeCommand('choose-way')
  const choose = (chosen: string): void => {
    const input = chooseWay.input.safeParse({ noticeId: id, way: wayOf(chosen) })
    if (input.success && !isRunning && chosen !== idOfWay(way)) void run(input.data)
  }
  if (isDraft) return <Select label={t('noticeDeliveries.choice.label')} items={wayItems(t)} value={idOfWay(way)} onChange={choose} />
  const channel = sent?.channel ?? checked?.channel
  return channel ? <p>{t('noticeDeliveries.choice.checked', { way: wayWords(t, channel, way.registered) })}</p> : <></>
}
