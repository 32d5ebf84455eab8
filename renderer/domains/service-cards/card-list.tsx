import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CARD_STATES, CARD_TODOS, type CardTodo } from '../../../shared/domains/service-cards/card-steps.ts'
import type { ServiceCardId } from '../../../shared/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { BatchBar } from './batch-bar.tsx'
import { CardChoice } from './card-choice.tsx'
import { ALL_CARDS, filteredCards, todoOf, type CardFilter } from './card-filter.ts'
import { CardTable } from './card-table.tsx'
import { useToday } from './card-words.tsx'
import type { KnownCards } from './queries.ts'

interface Props {
  readonly known: KnownCards
  readonly onOpen: (id: ServiceCardId) => void
}

const ALL = 'all'

/** What is to be done, and all cards by name, to be searched and worked on in lists. */
export function CardList({ known, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const today = useToday()
  const [filter, setFilter] = useState(ALL_CARDS)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const found = filteredCards(known.cards, known.organisations, filter, today)
  const picked = found.filter(({ id }) => chosen.has(id))
  const areAll = picked.length === found.length
  return (
    <div className="stack">
      <Todos known={known} today={today} shown={filter.todo} onShow={todo => setFilter({ ...ALL_CARDS, todo })} />
      <Filters known={known} filter={filter} onChange={setFilter} />
      <div className="row card-batch">
        {found.length > 0 && <CardChoice label={t('serviceCards.chooseAll')} isShown isOn={areAll} onChange={() => setChosen(new Set(areAll ? [] : found.map(({ id }) => id)))} />}
        <span className="muted" aria-live="polite">{picked.length > 0 ? t('serviceCards.chosen', { count: picked.length }) : t('serviceCards.shown', { count: found.length })}</span>
        <BatchBar known={known} found={found} picked={picked} today={today} onDone={() => setChosen(new Set())} />
      </div>
      {found.length === 0 ? <p className="muted">{t('serviceCards.nothing')}</p> : <CardTable cards={found} known={known} today={today} chosen={chosen} onChoose={setChosen} onOpen={onOpen} />}
    </div>
  )
}

function Todos({ known, today, shown, onShow }: { readonly known: KnownCards; readonly today: string; readonly shown: CardTodo | null; readonly onShow: (todo: CardTodo | null) => void }): ReactElement {
  const { t } = useTranslation()
  const todos = known.cards.map(card => todoOf(card, known.organisations, today))
  return (
    <div className="card-todos">
      {CARD_TODOS.map(todo => {
        const count = todos.filter(one => one === todo).length
        const name = t(`serviceCards.todo.${todo}`)
        return (
          <section key={todo} className={shown === todo ? 'card-todo card-todo--shown' : 'card-todo'} aria-label={name}>
            <h2 className="card-todo__title">{name} <span className="card-todo__count">{count}</span></h2>
            {count === 0 && shown !== todo ? <p className="muted">{t('serviceCards.todoNothing')}</p> : (
              <Button kind="quiet" onPress={() => onShow(shown === todo ? null : todo)}>{shown === todo ? t('serviceCards.todoEnd') : t('serviceCards.todoShow')}</Button>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Filters({ known: { organisations }, filter, onChange }: { readonly known: KnownCards; readonly filter: CardFilter; readonly onChange: (filter: CardFilter) => void }): ReactElement {
  const { t } = useTranslation()
  const all = { id: ALL, name: t('serviceCards.all') }
  const units = organisations.filter(({ id }) => filter.organisationId === null || id === filter.organisationId).flatMap(organisation => organisation.units)
  const idOrNull = (id: string): string | null => (id === ALL ? null : id)
  return (
    <search className="card-filters">
      <TextInput label={t('serviceCards.search')} value={filter.text} maxLength={100} onChange={text => onChange({ ...filter, text })} />
      {organisations.length > 1 && <Select label={t('serviceCards.organisation')} value={filter.organisationId ?? ALL} items={[all, ...organisations]} onChange={id => onChange({ ...filter, organisationId: idOrNull(id), unitId: null })} />}
      <Select label={t('serviceCards.unit')} value={filter.unitId ?? ALL} items={[all, ...units]} onChange={id => onChange({ ...filter, unitId: idOrNull(id) })} />
      <Select label={t('serviceCards.state')} value={filter.state ?? ALL} items={[all, ...CARD_STATES.map(id => ({ id, name: t(`serviceCards.states.${id}`) }))]} onChange={id => onChange({ ...filter, state: CARD_STATES.find(one => one === id) ?? null })} />
    </search>
  )
}
