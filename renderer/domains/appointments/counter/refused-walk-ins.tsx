import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatTime } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { RefusedPanel, type RefusedEntry } from '../refused/refused-panel.tsx'
import { useRefusedWalkIns, type RefusedWalkIn } from './use-refused-walk-ins.ts'
import { servicesOf } from './visit-facts.tsx'
import { WalkInDialog } from './walk-in-dialog.tsx'

/** Whom the service would not take in: they stand in no list, so they stand here with all that was typed. */
export function RefusedWalkIns({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const [again, setAgain] = useState<RefusedWalkIn>()
  const entryOf = useEntry(here, setAgain)
  return (
    <>
      <RefusedPanel title={t('counter.refused.title')} entries={useRefusedWalkIns(here.place.id).map(entryOf)} />
      {again && <WalkInDialog here={here} again={again} onClose={() => setAgain(undefined)} />}
    </>
  )
}

function useEntry(here: FurnishedPlace, takeInAgain: (refused: RefusedWalkIn) => void): (refused: RefusedWalkIn) => RefusedEntry {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  return refused => {
    const { id, code, facts, recordedAt, visitor } = refused
    const { happened, todo } = errorSentences(t, { code, facts })
    const who = [visitor.name || t('counter.nameless'), servicesOf(here, visitor)].filter(Boolean).join(', ')
    return {
      id,
      what: t('counter.refused.what', { who, time: formatTime(recordedAt, language) }),
      happened,
      stands: `${t('counter.refused.kept')} ${todo}`,
      leave: { label: t('counter.refused.drop'), run: () => void client.status.settle({ id, how: 'dismiss' }) },
      goOn: { label: t('counter.refused.again'), run: () => takeInAgain(refused) },
    }
  }
}
