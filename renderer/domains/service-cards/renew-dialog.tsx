import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { lastDayFrom } from '../../../shared/domains/service-cards/card-content.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { formatPlainDay, parseDay } from '../../ui/format.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { useToday } from './card-words.tsx'
import { inParts, useCardCommand } from './mutations.ts'
import type { KnownCards } from './queries.ts'

interface Props {
  readonly known: KnownCards
  readonly cards: readonly ShownServiceCard[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks for the next cards of a list, all from one day on and each for as long as its organisation allows. */
export function RenewDialog({ known, cards, onDone, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = useToday()
  const [typed, setTyped] = useState(() => formatPlainDay(today, language))
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useCardCommand('renew')
  const field = useFirstFocus<HTMLInputElement>(true)
  const validFrom = parseDay(typed)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (!validFrom || isRunning) return
    for (const organisation of known.organisations) {
      const ids = cards.filter(({ organisationId }) => organisationId === organisation.id).map(({ id }) => id)
      const isSaved = await inParts(ids, cardIds => run({ organisationId: organisation.id, cardIds, validFrom, validUntil: lastDayFrom(validFrom, organisation) }))
      if (!isSaved) return
    }
    onDone()
    onClose()
  }
  return (
    <Dialog title={t('serviceCards.renewMany')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <p>{t('serviceCards.renewManyHint', { count: cards.length })}</p>
        <p className="muted">{t('serviceCards.renewHint')}</p>
        <TextInput label={t('serviceCards.validFrom')} value={typed} maxLength={10} isRequired inputRef={field} error={isSent && !validFrom ? t('serviceCards.missing.day', { example: formatPlainDay(today, language) }) : undefined} onChange={setTyped} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={isRunning}>{t('serviceCards.renewConfirm')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
