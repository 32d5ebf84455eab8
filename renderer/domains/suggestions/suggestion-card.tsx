import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { hasNewAnswer } from '../../../shared/domains/staff/suggestion-commands.ts'
import type { Suggestion } from '../../../shared/domains/staff/tables.ts'
import { usePerson } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { aboutWords, type NamedService } from './about.ts'
import { useSuggestionCommand } from './mutations.ts'
import { useMayAnswer } from './queries.ts'

interface Props {
  readonly suggestion: Suggestion
  readonly services: readonly NamedService[]
  readonly onAnswer: (suggestion: Suggestion) => void
}

/** One suggestion with what became of it. */
export function SuggestionCard({ suggestion, services, onAnswer }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const mayAnswer = useMayAnswer()
  const aboutId = useId()
  const { about, text, authorName, at, state } = suggestion
  return (
    <article className="suggestion" aria-labelledby={aboutId}>
      <header className="suggestion__head">
        <h2 id={aboutId} className="suggestion__about">{aboutWords(t, language, services, about)}</h2>
        <StateMark state={state} />
      </header>
      <p className="suggestion__text">{text}</p>
      <p className="suggestion__by">{t('suggestions.by', { name: authorName, day: formatDay(at, language) })}</p>
      <Answer suggestion={suggestion} />
      {mayAnswer && <div className="row"><Button kind={state === 'open' ? 'secondary' : 'quiet'} onPress={() => onAnswer(suggestion)}>{t(suggestion.answeredAt ? 'suggestions.changeAnswer' : 'suggestions.answer')}</Button></div>}
    </article>
  )
}

function Answer({ suggestion }: { readonly suggestion: Suggestion }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = usePerson().personId
  const { run } = useSuggestionCommand('see')
  const { id, authorId, answer, answeredAt, answeredByName } = suggestion
  if (!answeredAt) return null
  const isNew = authorId === me && hasNewAnswer(suggestion)
  return (
    <div className={isNew ? 'suggestion__answer suggestion__answer--new' : 'suggestion__answer'}>
      <p className="suggestion__by">
        {isNew && <strong className="suggestion__new">{t('suggestions.newAnswer')}</strong>} {t('suggestions.answered', { name: answeredByName, day: formatDay(answeredAt, language) })}
      </p>
      {answer && <p className="suggestion__text">{answer}</p>}
      {isNew && <Button kind="secondary" icon="check" onPress={() => void run({ suggestionId: id })}>{t('suggestions.readIt')}</Button>}
    </div>
  )
}

const MARKS: Readonly<Record<Suggestion['state'], { readonly icon: IconName; readonly kind: string }>> = {
  open: { icon: 'circle', kind: 'new' }, planned: { icon: 'clock', kind: 'work' }, done: { icon: 'checkCircle', kind: 'good' }, declined: { icon: 'crossCircle', kind: 'bad' },
}

function StateMark({ state }: Pick<Suggestion, 'state'>): ReactElement {
  const { t } = useTranslation()
  const { icon, kind } = MARKS[state]
  return <span className={`status status--${kind}`}><Icon name={icon} size={16} />{t(`suggestions.states.${state}`)}</span>
}
