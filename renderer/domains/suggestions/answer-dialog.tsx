import { useState, type FormEvent, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { SUGGESTION_STATES, type Suggestion } from '../../../shared/domains/staff/tables.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { errorSentences } from '../../ui/error-sentences.ts'
import { TextArea } from '../../ui/text-input.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useSuggestionCommand } from './mutations.ts'

/** What becomes of a suggestion, and why. */
export function AnswerDialog({ suggestion, onClose }: { readonly suggestion: Suggestion; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useSuggestionCommand('answer')
  const [state, setState] = useState<Suggestion['state']>(suggestion.state === 'open' ? 'planned' : suggestion.state)
  const [answer, setAnswer] = useState(suggestion.answer ?? '')
  const [isMissing, setMissing] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>()
  const lacks = state !== 'open' && answer.trim() === ''
  const save = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    setMissing(lacks)
    if (lacks) area.current?.focus()
    if (!lacks && !isRunning && await run({ suggestionId: suggestion.id, state, answer })) onClose()
  }
  const missing = errorSentences(t, { code: 'suggestions/answer-missing' })
  return (
    <Dialog title={t('suggestions.answerTitle')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void save(event)}>
        <blockquote className="suggestion__quote">{suggestion.text}</blockquote>
        <TextArea
          label={t('suggestions.answerText')} hint={t('suggestions.answerHint')} error={isMissing && lacks ? `${missing.happened} ${missing.todo}` : undefined}
          value={answer} maxLength={4_000} areaRef={area} isRequired={state !== 'open'} onChange={setAnswer} onSubmit={() => void save()}
        />
        <RadioGroup className="segments" value={state} onChange={chosen => setState(SUGGESTION_STATES.find(one => one === chosen) ?? 'open')} orientation="horizontal">
          <Label className="field__label">{t('suggestions.state')}</Label>
          <div className="segments__row">
            {SUGGESTION_STATES.map(one => <Radio key={one} value={one} className="segment">{t(`suggestions.states.${one}`)}</Radio>)}
          </div>
        </RadioGroup>
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit">{t('suggestions.saveAnswer')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
