import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MappingTrial } from '../../../shared/wire/portal-link.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { TextArea } from '../../ui/text-input.tsx'
import { useAsk } from './use-ask.ts'

interface Props {
  readonly id: string
  /** What is chosen and not saved is not tried. */
  readonly isChanged: boolean
  readonly onTried: () => void
}

/** An example of the portal, and what becomes of it. Nothing of it is kept. */
export function MappingTrialPart({ id, isChanged, onTried }: Props): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const { ask, isAsking } = useAsk()
  const [example, setExample] = useState('')
  const [trial, setTrial] = useState<MappingTrial | null>(null)
  const run = async (): Promise<void> => {
    const told = await ask(() => client.portalLink.tryMapping({ id, example }))
    setTrial(told ?? null)
    if (told) onTried()
  }
  return (
    <section className="stack" aria-labelledby="portal-trial">
      <h3 id="portal-trial" className="panel__title">{t('portalLink.trial')}</h3>
      <TextArea label={t('portalLink.example')} value={example} onChange={setExample} rows={6} hint={t('portalLink.exampleHint')} onSubmit={() => void run()} />
      <div className="row"><Button isDisabled={isAsking || isChanged || example.trim() === ''} onPress={() => void run()}>{t('portalLink.try')}</Button></div>
      {trial && <Outcome trial={trial} />}
    </section>
  )
}

function Outcome({ trial: { values, others, missing } }: { readonly trial: MappingTrial }): ReactElement {
  const { t } = useTranslation()
  return (
    <output className="stack">
      {missing.length > 0 && <p className="callout">{t('portalLink.missing', { fields: missing.join(', ') })}</p>}
      <Pairs caption={t('portalLink.becomesForm')} pairs={values} />
      {others.length > 0 && <Pairs caption={t('portalLink.staysBeside')} pairs={others} />}
    </output>
  )
}

function Pairs({ caption, pairs }: { readonly caption: string; readonly pairs: MappingTrial['values'] }): ReactElement {
  const { t } = useTranslation()
  return (
    <DataTable caption={caption} heads={[t('portalLink.question'), t('portalLink.answer')]}>
      {pairs.map(({ label, value }, index) => <tr key={`${label} ${index}`}><th scope="row">{label}</th><td>{value}</td></tr>)}
    </DataTable>
  )
}
