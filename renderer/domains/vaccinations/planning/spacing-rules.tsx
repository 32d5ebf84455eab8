import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { Disease } from '../../../../shared/domains/vaccinations/disease.ts'
import { SPACING } from '../../../../shared/domains/vaccinations/rules.ts'
import type { SpacingRule } from '../../../../shared/domains/vaccinations/schedule.ts'
import type { VaccinationRules } from '../../../../shared/domains/vaccinations/tables.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import { useNow, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { EditionHead } from './edition-head.tsx'
import { editionsByTime } from './editions.ts'
import { contentUnder } from './rule-sets.ts'
import { SpacingDialog } from './spacing-dialog.tsx'
import { groupWords } from './spacing-draft.ts'
import { spanWords } from './span-words.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly rules: readonly VaccinationRules[]
  readonly diseases: readonly Disease[]
}

/** How far apart doses of two groups are where they are not given on one day. */
export function SpacingRules({ here, rules, diseases }: Props): ReactElement {
  const { t } = useTranslation()
  const today = germanDayAt(useNow())
  const isOnline = useStatus()?.connection === 'online'
  const refusal = isOnline ? undefined : t('planning.onlyOnline')
  const { scope, id: placeId } = here.place
  const { now, ahead, past } = editionsByTime(contentUnder(rules, scope, SPACING).spacing, today)
  const [edited, setEdited] = useState<{ readonly replaced: SpacingRule | undefined }>()
  const sentence = ({ between, least }: SpacingRule): string => {
    const [one = '', other = ''] = between.map(group => groupWords(group, diseases, t('planning.rule.allLive')))
    return one === other ? t('planning.rule.apartAmong', { one, least: spanWords(t, least) }) : t('planning.rule.apart', { one, other, least: spanWords(t, least) })
  }
  return (
    <div className="planning__rule">
      <div className="planning__head">
        <h2 className="panel__title">{t('planning.rule.spacing')}</h2>
        <ActionButton icon="plus" refusal={refusal} onPress={() => setEdited({ replaced: undefined })}>{t('planning.rule.addSpacing')}</ActionButton>
      </div>
      <p className="muted">{t('planning.rule.spacingMeaning')}</p>
      {now.length + ahead.length === 0 && <p className="callout">{t('planning.rule.noSpacing')}</p>}
      {[...now, ...ahead].map(rule => (
        <article key={rule.id} className="planning__edition" aria-label={sentence(rule)}>
          <EditionHead rule={rule} isAhead={rule.validFrom > today}><ActionButton icon="pencil" refusal={refusal} onPress={() => setEdited({ replaced: rule })}>{t('planning.rule.edit')}</ActionButton></EditionHead>
          <p>{sentence(rule)}</p>
        </article>
      ))}
      {past.length > 0 && (
        <details className="planning__past">
          <summary>{t('planning.rule.past', { count: past.length })}</summary>
          {past.map(rule => <article key={rule.id} className="planning__edition"><EditionHead rule={rule} isAhead={false} /><p>{sentence(rule)}</p></article>)}
        </details>
      )}
      {edited && <SpacingDialog placeId={placeId} scope={scope} rules={rules} replaced={edited.replaced} onClose={() => setEdited(undefined)} />}
    </div>
  )
}
