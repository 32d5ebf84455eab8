import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { WholeRun } from '../../../../shared/contract/notices.ts'
import type { NoticeId } from '../../../../shared/ids.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { formatEuros } from '../../../ui/money.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { WayCounts } from '../way/way-counts.tsx'
import { SamplePart } from './sample-part.tsx'

interface Props {
  readonly whole: WholeRun
  readonly onClose: () => void
}

/** The second person releases: what leaves, what it costs, some letters to look at, and the number that has to be typed. */
export function ReleaseDialog({ whole: { run, kind }, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const isOnline = useStatus()?.connection === 'online'
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [looked, setLooked] = useState<readonly NoticeId[]>([])
  const field = useFirstFocus<HTMLInputElement>()
  const release = useNoticeCommand('release')
  const { submitted, checked } = run
  const look = (id: NoticeId): void => setLooked(before => (before.includes(id) ? before : [...before, id]))
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const isRight = typed.replaceAll(/\D/g, '') === String(run.letters)
    setWrong(!isRight)
    if (!isRight || !submitted) return field.current?.focus()
    if (!release.isRunning && isOnline && (await release.run({ runId: run.id, contentHash: submitted.contentHash, typed, looked: [...looked] }))) onClose()
  }
  const facts = { count: run.letters, total: formatEuros(run.totalCents, language), price: formatEuros(checked?.cents ?? 0, language), dated: submitted ? formatPlainDay(submitted.paper.dated, language) : '' }
  return (
    <Dialog size="large" role="alertdialog" title={t('notices.release.title')} isOpen onClose={onClose}>
      <form noValidate className="notice-release" onSubmit={event => void send(event)}>
        <div className="notice-release__sentence">
          <p>{t('notices.release.sentence', facts)}</p>
          <p className="notice-release__price">{t('notices.release.price', facts)} {kind && (kind.coolingMinutes > 0 ? t('notices.release.cooling', { count: kind.coolingMinutes }) : t('notices.release.atOnce'))}</p>
          {checked && <p className="notice-release__price"><WayCounts checked={checked} /></p>}
        </div>
        <SamplePart runId={run.id} looked={looked} onLook={look} />
        <div className="notice-release__act">
          <TextInput label={t('notices.release.type')} value={typed} maxLength={20} isRequired inputRef={field} error={isWrong ? errorSentences(t, { code: 'notices/count-differs', facts: { count: run.letters } }).happened : undefined} onChange={setTyped} />
          <output>{release.isRunning ? t('notices.release.running') : !isOnline && <span className="late"><Icon name="cloudOff" size={16} />{t('notices.offline')}</span>}</output>
          <DialogActions>
            <Button onPress={onClose}>{t('notices.release.not')}</Button>
            <Button kind="primary" type="submit" icon="send" isDisabled={release.isRunning || !isOnline}>{t('notices.steps.release')}</Button>
          </DialogActions>
        </div>
      </form>
    </Dialog>
  )
}
