import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { CATEGORIES, CERTAINTIES, SEVERITIES, URGENCIES } from '../../../../shared/domains/alerts/content.ts'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { fieldId } from './composer-problems.ts'
import type { Composing } from './composing.ts'

/** What it is and how serious, who says so, and where people find more. */
export function RatingFields({ content, topic, change, errorAt }: Composing): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="alert-rating">
      <h2 id="alert-rating" className="panel__title">{t('alerts.rating')}</h2>
      <div className="alert-fields alert-fields--wide">
        <div id={fieldId('event')}><TextInput label={t('alerts.field.event')} value={content.event} maxLength={120} isRequired error={errorAt('event')} onChange={event => change({ event })} /></div>
        <div id={fieldId('source')}><TextInput label={t('alerts.field.source')} value={content.source} maxLength={160} isRequired error={errorAt('source')} onChange={source => change({ source })} /></div>
        <TextInput label={t('alerts.contact')} value={content.contact} maxLength={200} onChange={contact => change({ contact })} />
        <TextInput label={t('alerts.web')} value={content.web} maxLength={300} onChange={web => change({ web })} />
      </div>
      {topic?.kind === 'hazard' && (
        <div className="alert-fields alert-fields--narrow">
          <Choice label={t('alerts.severity')} of={SEVERITIES} word={one => t(`alerts.severities.${one}`)} value={content.severity} onChange={severity => change({ severity })} />
          <Choice label={t('alerts.urgency')} of={URGENCIES} word={one => t(`alerts.urgencies.${one}`)} value={content.urgency} onChange={urgency => change({ urgency })} />
          <Choice label={t('alerts.certainty')} of={CERTAINTIES} word={one => t(`alerts.certainties.${one}`)} value={content.certainty} onChange={certainty => change({ certainty })} />
          <Choice label={t('alerts.category')} of={CATEGORIES} word={one => t(`alerts.categories.${one}`)} value={content.category} onChange={category => change({ category })} />
        </div>
      )}
    </section>
  )
}

interface ChoiceProps<Word extends string> {
  readonly label: string
  readonly of: readonly Word[]
  readonly word: (one: Word) => string
  readonly value: Word
  readonly onChange: (value: Word) => void
}

function Choice<Word extends string>({ label, of, word, value, onChange }: ChoiceProps<Word>): ReactElement {
  const choose = (id: string): void => {
    const chosen = of.find(one => one === id)
    if (chosen) onChange(chosen)
  }
  return <Select label={label} items={of.map(one => ({ id: one, name: word(one) }))} value={value} onChange={choose} />
}
