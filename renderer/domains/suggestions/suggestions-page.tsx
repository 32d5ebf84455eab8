import { useState, type ReactElement } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { SUGGESTION_STATES, type Suggestion } from '../../../shared/domains/staff/tables.ts'
import { usePerson } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Screen } from '../../ui/screen.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { useSuggestions, useTownServices } from './queries.ts'
import { SuggestionCard } from './suggestion-card.tsx'
import './suggestions.css'

const SHOWN = ['all', 'mine', ...SUGGESTION_STATES] as const
type Shown = (typeof SHOWN)[number]

/** What colleagues suggest, and what became of it. */
export function SuggestionsPage({ onMake }: { readonly onMake: () => void }): ReactElement {
  const { t } = useTranslation()
  const suggestions = useSuggestions()
  const services = useTownServices()
  const me = usePerson().personId
  const [shown, setShown] = useState<Shown>('all')
  const [answered, setAnswered] = useState<Suggestion>()
  const isShown = (suggestion: Suggestion, choice: Shown): boolean =>
    choice === 'all' || (choice === 'mine' ? suggestion.authorId === me : suggestion.state === choice)
  const counted = (choice: Shown): number => (suggestions ?? []).filter(one => isShown(one, choice)).length
  const listed = (suggestions ?? []).filter(one => isShown(one, shown))
  return (
    <Screen title={t('suggestions.title')} intro={t('suggestions.intro')} actions={<Button kind="primary" icon="idea" onPress={onMake}>{t('suggestions.make')}</Button>}>
      <div className="suggestions">
        <ShownChoice value={shown} counted={counted} onChange={setShown} />
        {listed.map(suggestion => <SuggestionCard key={suggestion.id} suggestion={suggestion} services={services} onAnswer={setAnswered} />)}
        {suggestions && listed.length === 0 && <div className="empty"><p>{t('suggestions.empty')}</p><p>{t('suggestions.emptyHint')}</p></div>}
      </div>
      {answered && <AnswerDialog suggestion={answered} onClose={() => setAnswered(undefined)} />}
    </Screen>
  )
}

function ShownChoice({ value, counted, onChange }: { readonly value: Shown; readonly counted: (shown: Shown) => number; readonly onChange: (shown: Shown) => void }): ReactElement {
  const { t } = useTranslation()
  const nameOf = (shown: Shown): string => (shown === 'all' || shown === 'mine' ? t(`suggestions.${shown}`) : t(`suggestions.states.${shown}`))
  return (
    <RadioGroup className="suggestions__shown" aria-label={t('suggestions.show')} value={value} orientation="horizontal" onChange={chosen => onChange(SHOWN.find(one => one === chosen) ?? 'all')}>
      <Label className="sr-only">{t('suggestions.show')}</Label>
      {SHOWN.map(shown => <Radio key={shown} value={shown} className="suggestions__choice">{t('suggestions.count', { name: nameOf(shown), count: counted(shown) })}</Radio>)}
    </RadioGroup>
  )
}
