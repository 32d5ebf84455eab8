import { skipToken, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskCheck } from '../../../shared/contract/service-cards.ts'
import { useCore, useStatus } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { formatDayAndTime } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { CardFacts } from './card-facts.tsx'
import { Photo } from './card-photo.tsx'
import { holderName } from './card-words.tsx'
import { usePhoto } from './queries.ts'

/** Checks a card at the desk, by what a scanner reads; without the service, at any hour. */
export function CheckDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { queries } = useCore()
  const [code, setCode] = useState('')
  const [scanned, setScanned] = useState<string>()
  const [isSent, setSent] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>(true)
  const { data } = useQuery({ ...queries['service-cards'].check.queryOptions({ input: scanned === undefined ? skipToken : { scanned } }) })
  const check = (): void => {
    setSent(true)
    if (!code.trim()) return area.current?.focus()
    setScanned(code)
    setCode('')
    setSent(false)
    area.current?.focus()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    check()
  }
  return (
    <Dialog size="large" title={t('serviceCards.checkTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={submit}>
        <p>{t('serviceCards.checkHint')}</p>
        <TextArea label={t('serviceCards.checkCode')} value={code} maxLength={8_000} areaRef={area} error={isSent && !code.trim() ? t('serviceCards.checkEmpty') : undefined} onChange={setCode} onSubmit={check} />
        <div aria-live="polite">{data && scanned !== undefined && <Checked checked={data} />}</div>
        <DialogActions>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button kind="primary" type="submit">{t('serviceCards.check')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const SAID = ['valid', 'expired', 'not-yet', 'blocked', 'replaced', 'not-ours', 'uncertain'] as const

function Checked({ checked: { kind, card } }: { readonly checked: DeskCheck }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const lastSyncAt = useStatus()?.lastSyncAt
  const photo = usePhoto(card?.photoId ?? null)
  const said = SAID.find(one => one === kind) ?? 'other'
  return (
    <section className={kind === 'valid' ? 'card-verdict card-verdict--good' : 'card-verdict card-verdict--bad'}>
      <p className="card-verdict__said"><Icon name={kind === 'valid' ? 'checkCircle' : 'crossCircle'} />{t(`serviceCards.checked.${said}.said`)}</p>
      <p>{t(`serviceCards.checked.${said}.more`)}</p>
      {card && <div className="card-details"><Photo address={photo} name={holderName(card)} /><CardFacts card={card} /></div>}
      {lastSyncAt && <p className="muted">{t('serviceCards.checkAsOf', { time: formatDayAndTime(lastSyncAt, language) })}</p>}
    </section>
  )
}
