import { useQuery } from '@tanstack/react-query'
import { useId, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../../ui/answer.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import './display.css'

/** Tells leads where the display in the lobby of a place is opened; only the service knows. */
export function DisplayLink({ here: { place } }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const titleId = useId()
  const { queries } = useCore()
  const asked: Answer<{ readonly url: string }> = answerOf(useQuery(queries.appointments.display.queryOptions({ input: { placeId: place.id } })))
  return (
    <section className="display-link" aria-labelledby={titleId}>
      <h2 id={titleId} className="panel__title">{t('display.title')}</h2>
      <p>{t('display.intro')}</p>
      {asked.kind === 'loading' && <p className="muted">{t('common.loading')}</p>}
      {asked.kind === 'refused' && <Problem refusal={asked.refusal} />}
      {asked.kind === 'here' && (
        <div className="display-link__address">
          <TextArea isReadOnly rows={2} label={t('display.address')} hint={t('display.sound')} value={asked.value.url} onChange={() => undefined} />
          <CopyButton text={asked.value.url} label={t('display.copy')} />
        </div>
      )}
    </section>
  )
}
