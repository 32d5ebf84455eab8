import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Content } from '../../../../shared/domains/alerts/content.ts'
import { gapsOf, refilled, type GapValues } from '../../../../shared/domains/alerts/fill-template.ts'
import type { Locality } from '../../../../shared/domains/alerts/tables.ts'
import { TextInput } from '../../../ui/text-input.tsx'
import { gapId } from './composer-problems.ts'
import type { Composing } from './composing.ts'

/** The gaps of the template as fields: what is typed there stands at once in all texts, and in the area if it is a locality. */
export function GapFields({ content, settings, change }: Composing): ReactElement | null {
  const { t } = useTranslation()
  const [template] = useState(content.wordings)
  const [values, setValues] = useState<GapValues>({})
  const names = [...new Set([...gapsOf(template), ...gapsOf(content.wordings)])]
  const [first] = names
  if (first === undefined) return null
  const localityOf = (value = ''): Locality | undefined =>
    settings?.localities.find(({ name }) => name.toLocaleLowerCase('de-DE') === value.trim().toLocaleLowerCase('de-DE'))
  /** The locality that the field says, while no other one has been chosen: whoever goes on typing has not said it. */
  const areasAfter = (before: Locality | undefined, after: Locality | undefined): Content['areas'] => {
    const [only] = content.areas
    const isOurs = only === undefined || (content.areas.length === 1 && only.kind === 'locality' && only.name === before?.name)
    return isOurs && before?.name !== after?.name ? (after ? [{ kind: 'locality', name: after.name }] : []) : content.areas
  }
  const fill = (name: string, value: string): void => {
    // A brace would make a gap of what is filled in.
    const after = { ...values, [name]: value.replaceAll(/[{}]/gu, '') }
    setValues(after)
    change({ wordings: refilled(content.wordings, template, values, after), areas: areasAfter(localityOf(values[name]), localityOf(after[name])) })
  }
  return (
    <section className="panel" aria-labelledby="alert-gaps">
      <h2 id="alert-gaps" className="panel__title">{t('alerts.gaps')}</h2>
      <div className="alert-fields">
        {names.map(name => (
          <div key={name} id={gapId(name)}>
            <TextInput label={name} value={values[name] ?? ''} maxLength={120} onChange={value => fill(name, value)} />
          </div>
        ))}
      </div>
    </section>
  )
}
