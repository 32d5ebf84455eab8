import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import { PLANNERS } from '../../../../shared/domains/vaccinations/roles.ts'
import type { Recall } from '../../../../shared/domains/vaccinations/tables.ts'
import { usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { formatDay } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useCatalogue, useRecalls } from '../queries.ts'
import { useHealthScopes } from '../records/use-health-scopes.ts'
import { OpenRecallDialog } from './open-recall-dialog.tsx'
import { RecallView } from './recall-view.tsx'
import './recall.css'

/** Batches that were called back, and the one that is worked on. */
export function RecallPart(): ReactElement {
  const { t } = useTranslation()
  const recalls = useRecalls()
  const person = usePerson()
  const [chosenId, setChosen] = useState<string>()
  if (!recalls) return <p className="muted">{t('common.loading')}</p>
  const recall = recalls.find(({ id }) => id === chosenId) ?? recalls.find(({ closedAt }) => closedAt === null) ?? recalls[0]
  return (
    <div className="recall-part">
      <div className="recall-part__bar">
        {recalls.length > 1 && recall && <RecallChoice recalls={recalls} recall={recall} onChoose={setChosen} />}
        <OpenRecall recalls={recalls} />
      </div>
      {recall
        ? <RecallView key={recall.id} recall={recall} mayClose={grantsIn(person, PLANNERS, recall.scope).length > 0} />
        : <div className="empty"><Icon name="shieldCheck" size={32} /><p>{t('vaccinationRecords.noRecall')}</p><p>{t('vaccinationRecords.noRecallHint')}</p></div>}
    </div>
  )
}

interface ChoiceProps {
  readonly recalls: readonly Recall[]
  readonly recall: Recall
  readonly onChoose: (recallId: string) => void
}

function RecallChoice({ recalls, recall, onChoose }: ChoiceProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const items = recalls.map(({ id, vaccineName, lot, openedAt, closedAt }) => ({ id, name: `${vaccineName} · ${lot}`, note: `${formatDay(openedAt, language)} · ${t(closedAt === null ? 'vaccinationRecords.isOpen' : 'vaccinationRecords.isClosed')}` }))
  return <Select label={t('vaccinationRecords.recall')} items={items} value={recall.id} onChange={onChoose} />
}

/** Who plans sessions may call a batch back, while there is a link: the batch is blocked everywhere at once. */
function OpenRecall({ recalls }: { readonly recalls: readonly Recall[] }): ReactElement | null {
  const { t } = useTranslation()
  const catalogue = useCatalogue()
  const isOnline = useStatus()?.connection === 'online'
  const mayOpen = useHealthScopes(PLANNERS).length > 0
  const [isOpening, setOpening] = useState(false)
  if (!mayOpen || !catalogue) return null
  return (
    <>
      <ActionButton icon="warning" refusal={isOnline ? undefined : t('vaccinationRecords.openOffline')} onPress={() => setOpening(true)}>{t('vaccinationRecords.openRecall')}</ActionButton>
      {isOpening && <OpenRecallDialog catalogue={catalogue} recalls={recalls} onClose={() => setOpening(false)} />}
    </>
  )
}
