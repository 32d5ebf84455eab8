import { useState, type FormEvent, type ReactElement } from 'react'
import { Button as AriaButton, Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { germanDay, germanDayAt, shiftedToWorkingDay } from '../../../../shared/german-days.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { formatPlainDay, parseDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { QUICK_DAYS, quickDay } from './follow-up-days.ts'
import { ManyNote } from './many-note.tsx'
import type { HandlingProps } from './subject.ts'
import './handling.css'

export interface FollowUpInput {
  readonly day: string | null
  readonly onAnswer: boolean
  readonly note: string
}

/** Lays a case back until a day or an answer; what is set already stands in the fields. */
export function FollowUpDialog({ subject, onRun, onClose }: HandlingProps<FollowUpInput>): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const before = subject.kind === 'case' ? subject.application : undefined
  const [typed, setTyped] = useState(before?.followUpAt ? formatPlainDay(germanDay(before.followUpAt), language) : '')
  const [onAnswer, setOnAnswer] = useState(before?.followUpOnAnswer ?? false)
  const [note, setNote] = useState(before?.followUpNote ?? '')
  const [isSent, setSent] = useState(false)
  const first = useFirstFocus<HTMLInputElement>()
  const { day, moved, problem } = useChosenDay(typed, onAnswer)
  const run = async (input: FollowUpInput): Promise<void> => {
    if (await onRun(input)) onClose()
  }
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setSent(true)
    if (!problem) void run({ day, onAnswer, note: note.trim() })
  }
  const isSet = before && (before.followUpAt !== null || before.followUpOnAnswer)
  return (
    <Dialog title={t('bulk.followUp.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={send}>
        <ManyNote subject={subject} />
        <QuickDays onChoose={chosen => setTyped(formatPlainDay(chosen, language))} />
        <TextInput label={t('bulk.followUp.day')} hint={moved ?? t('bulk.followUp.dayHint')} error={isSent ? problem : undefined} value={typed} inputRef={first} maxLength={10} onChange={setTyped} />
        <CheckLine label={t('bulk.followUp.onAnswer')} isSelected={onAnswer} onChange={setOnAnswer} />
        <TextInput label={t('bulk.followUp.note')} hint={t('bulk.followUp.noteHint')} value={note} maxLength={300} onChange={setNote} />
        <DialogActions>
          {isSet && <Button kind="quiet" onPress={() => void run({ day: null, onAnswer: false, note: '' })}>{t('bulk.followUp.clear')}</Button>}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="calendar">{t('bulk.followUp.save')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

function QuickDays({ onChoose }: { readonly onChoose: (day: string) => void }): ReactElement {
  const { t } = useTranslation()
  const nowMs = useNow()
  return (
    <fieldset className="row" aria-label={t('bulk.followUp.quick')}>
      {QUICK_DAYS.map(which => (
        <AriaButton key={which} className="button button--secondary" onPress={() => onChoose(quickDay(which, nowMs))}>{t(`bulk.followUp.${which}`)}</AriaButton>
      ))}
    </fieldset>
  )
}

interface ChosenDay {
  readonly day: string | null
  /** Said where the day named is no working day. */
  readonly moved: string | undefined
  readonly problem: string | undefined
}

function useChosenDay(typed: string, onAnswer: boolean): ChosenDay {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  if (typed.trim() === '') return { day: null, moved: undefined, problem: onAnswer ? undefined : t('bulk.followUp.nothing') }
  const named = parseDay(typed)
  if (!named || named < today) return { day: null, moved: undefined, problem: t('bulk.followUp.dayWrong') }
  const day = shiftedToWorkingDay(named)
  const shown = (one: string): string => formatPlainDay(one, language)
  return { day, moved: day === named ? undefined : t('bulk.followUp.moved', { chosen: shown(named), day: shown(day) }), problem: undefined }
}

interface CheckProps {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

/** A box to tick with words beside it. */
export const CheckLine = ({ label, isSelected, onChange }: CheckProps): ReactElement => (
  <Checkbox className="check" isSelected={isSelected} onChange={onChange}>
    {({ isSelected: isOn }) => (
      <>
        <span className={isOn ? 'tick tick--on' : 'tick'} aria-hidden="true">{isOn && <Icon name="check" size={14} />}</span>
        {label}
      </>
    )}
  </Checkbox>
)
