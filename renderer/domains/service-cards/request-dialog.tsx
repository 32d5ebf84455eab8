import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../shared/actor.ts'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import type { CardOrganisation } from '../../../shared/domains/service-cards/tables.ts'
import { usePerson } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { formatPlainDay, parseDay } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { holderName, useToday } from './card-words.tsx'
import { useCardCommand } from './mutations.ts'
import { PhotoField } from './photo-field.tsx'
import { pictureAddress, usePhoto, type KnownCards } from './queries.ts'
import { draftOf, judgedDraft, newDraft, renewalOf, type DraftProblem } from './request-draft.ts'
import { RequestFields } from './request-fields.tsx'

type Task = { readonly kind: 'new' } | { readonly kind: 'renew' | 'correct'; readonly card: ShownServiceCard }

interface Props {
  readonly known: KnownCards
  readonly task: Task
  readonly onClose: () => void
}

const WORDS = {
  new: { title: 'serviceCards.requestTitle', hint: 'serviceCards.requestHint', save: 'serviceCards.save' },
  renew: { title: 'serviceCards.renewTitle', hint: 'serviceCards.renewHint', save: 'serviceCards.save' },
  correct: { title: 'serviceCards.correctTitle', hint: 'serviceCards.requestHint', save: 'serviceCards.saveCorrection' },
} as const

/** Asks for a card, for the one that follows, or corrects what nobody has agreed to yet. */
export function RequestDialog({ known, task, onClose }: Props): ReactElement | null {
  const { t } = useTranslation()
  const person = usePerson()
  const own = known.organisations.filter(({ active, scope }) => active && grantsIn(person, ['clerk', 'lead'], scope).length > 0)
  const first = task.kind === 'new' ? own[0] : known.organisations.find(({ id }) => id === task.card.organisationId)
  if (!first) return null
  return (
    <Dialog size="large" title={t(WORDS[task.kind].title)} isOpen onClose={onClose}>
      <p className="muted">{t(WORDS[task.kind].hint)}</p>
      <RequestForm task={task} first={first} organisations={task.kind === 'new' ? own : [first]} onClose={onClose} />
    </Dialog>
  )
}

interface FormProps {
  readonly task: Task
  readonly first: CardOrganisation
  readonly organisations: readonly CardOrganisation[]
  readonly onClose: () => void
}

function RequestForm({ task, first, organisations, onClose }: FormProps): ReactElement {
  const { t } = useTranslation()
  const { organisation, draft, change, judged, isSent, setSent } = useDraft(task, first, organisations)
  const before = task.kind === 'new' ? null : task.card
  const kept = usePhoto(before?.photoId ?? null)
  const [photo, setPhoto] = useState<string | null>(null)
  const request = useCardCommand('request')
  const correct = useCardCommand('correct')
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    const { content } = judged
    if (!content || request.isRunning || correct.isRunning) return
    const isSaved = task.kind === 'correct'
      ? await correct.run({ cardId: task.card.id, content, photo })
      : await request.run({ organisationId: organisation.id, content, photo, renewsId: before?.id ?? null })
    if (isSaved) onClose()
  }
  const problems: ReadonlySet<DraftProblem> = isSent ? judged.problems : new Set()
  return (
    <form noValidate className="stack" onSubmit={event => void send(event)}>
      <RequestFields draft={draft} organisation={organisation} organisations={organisations} problems={problems} change={change} />
      <PhotoField address={photo === null ? kept : pictureAddress(photo)} name={holderName(draft)} error={undefined} onTake={setPhoto} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={request.isRunning || correct.isRunning}>{t(WORDS[task.kind].save)}</Button>
      </DialogActions>
    </form>
  )
}

function useDraft(task: Task, first: CardOrganisation, organisations: readonly CardOrganisation[]) {
  const language = useLanguage()
  const today = useToday()
  const written = (day: string): string => formatPlainDay(day, language)
  const [draft, setDraft] = useState(() => {
    if (task.kind === 'new') return newDraft(first, today, written)
    return task.kind === 'renew' ? renewalOf(task.card, first, today, written) : draftOf(task.card, written)
  })
  const [isSent, setSent] = useState(false)
  const organisation = organisations.find(({ id }) => id === draft.organisationId) ?? first
  const change = (changed: Partial<typeof draft>): void => {
    const other = changed.organisationId === undefined ? undefined : organisations.find(({ id }) => id === changed.organisationId)
    // Units, ranks and authority are those of the other organisation; the name stays.
    setDraft({ ...draft, ...changed, ...(other ? { ...newDraft(other, today, written), familyName: draft.familyName, givenName: draft.givenName } : {}) })
  }
  return { organisation, draft, change, judged: judgedDraft(draft, organisation, parseDay), isSent, setSent }
}
