import { useState, type FormEvent, type ReactElement } from 'react'
import { Button as AriaButton, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Colleague } from '../../../../shared/contract/handling.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { ManyNote } from './many-note.tsx'
import { useColleagues } from './queries.ts'
import type { HandlingProps } from './subject.ts'
import './handling.css'

export interface AssignInput {
  readonly accountId: Colleague['accountId']
  readonly reason: string
}

/** Gives cases to somebody, with their load in sight. */
export function AssignDialog({ subject, onRun, onClose }: HandlingProps<AssignInput>): ReactElement {
  const { t } = useTranslation()
  const people = useColleagues(subject.kind === 'case' ? subject.application.departmentId : null)
  const held = subject.kind === 'case' ? subject.application.assigneeId : null
  const [accountId, setAccountId] = useState<AssignInput['accountId'] | null>(null)
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (accountId && (await onRun({ accountId, reason: reason.trim() }))) onClose()
  }
  return (
    <Dialog title={t(subject.kind === 'case' ? 'bulk.assign.title' : 'bulk.assign.titleMany')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <ManyNote subject={subject} />
        <PersonBox people={people?.filter(({ personId }) => personId !== held)} error={isSent && !accountId ? t('bulk.assign.missing') : undefined} onChange={setAccountId} />
        <TextInput label={t('bulk.assign.reason')} hint={t('bulk.assign.reasonHint')} value={reason} maxLength={1_000} onChange={setReason} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="person">{t('bulk.assign.confirm')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const NOBODY_YET: readonly Colleague[] = []

interface BoxProps {
  /** Undefined until they have been read. */
  readonly people: readonly Colleague[] | undefined
  readonly error: string | undefined
  readonly onChange: (accountId: Colleague['accountId'] | null) => void
}

/** The list opens at once, so that whoever types before it has been read finds their letters in it afterwards. */
function PersonBox({ people = NOBODY_YET, error, onChange }: BoxProps): ReactElement {
  const { t } = useTranslation()
  const me = usePerson().personId
  const input = useFirstFocus<HTMLInputElement>()
  const nameOf = ({ personId, name }: Colleague): string => (personId === me ? t('bulk.assign.me', { name }) : name)
  return (
    <ComboBox className="field" defaultItems={people} allowsEmptyCollection menuTrigger="focus" validationBehavior="aria" isRequired isInvalid={error !== undefined} onChange={key => onChange(people.find(person => person.accountId === key)?.accountId ?? null)}>
      <Label className="field__label">{t('bulk.assign.person')}</Label>
      <div className="combo">
        <Input ref={input} className="input" autoComplete="off" />
        <AriaButton className="combo__open" aria-label={t('bulk.assign.show')}><Icon name="down" size={16} /></AriaButton>
      </div>
      <Text slot={error ? 'errorMessage' : 'description'} className={error ? 'field__hint field__hint--error' : 'field__hint'}>{error ?? t('bulk.assign.personHint')}</Text>
      <Popover className="popover combo__list">
        <ListBox className="choices" renderEmptyState={() => <p className="choices__empty">{t(people === NOBODY_YET ? 'common.loading' : 'bulk.assign.nobody')}</p>}>
          {(person: Colleague) => (
            <ListBoxItem id={person.accountId} textValue={nameOf(person)} className="choice">
              <span>{nameOf(person)}</span>
              <span className="combo__note">{t('bulk.assign.load', { count: person.openCases })}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
