import { useRef, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { formatTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useRefusedWalkIns, type RefusedWalkIn } from './use-refused-walk-ins.ts'
import { servicesOf } from './visit-facts.tsx'
import { WalkInDialog } from './walk-in-dialog.tsx'

/** Whom the service would not take in: they stand in no list, so they stand here with all that was typed, until somebody has decided. */
export function RefusedWalkIns({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [again, setAgain] = useState<RefusedWalkIn>()
  const part = useRef<HTMLDivElement>(null)
  const refused = useRefusedWalkIns(here.place.id)
  const drop = ({ id }: RefusedWalkIn): void => {
    // The line goes away with its buttons; the keyboard stays where it was.
    part.current?.focus()
    void client.status.settle({ id, how: 'dismiss' })
  }
  return (
    <>
      <div ref={part} className="counter-refused" aria-live="polite" tabIndex={-1}>
        {refused.length > 0 && (
          <section aria-label={t('counter.refused.title')}>
            {refused.map(one => <Refused key={one.id} here={here} refused={one} onAgain={() => setAgain(one)} onDrop={() => drop(one)} />)}
          </section>
        )}
      </div>
      {again && <WalkInDialog here={here} again={again} onClose={() => setAgain(undefined)} />}
    </>
  )
}

interface RefusedProps {
  readonly here: FurnishedPlace
  readonly refused: RefusedWalkIn
  readonly onAgain: () => void
  readonly onDrop: () => void
}

function Refused({ here, refused: { code, facts, recordedAt, visitor }, onAgain, onDrop }: RefusedProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { happened, todo } = errorSentences(t, { code, facts })
  const who = [visitor.name || t('counter.nameless'), servicesOf(here, visitor)].filter(Boolean).join(', ')
  return (
    <div className="callout counter-refused__one">
      <Icon name="warning" />
      <div className="counter-refused__text">
        <p><strong>{t('counter.refused.what', { who, time: formatTime(recordedAt, language) })}</strong> {happened}</p>
        <p>{t('counter.refused.kept')} {todo}</p>
      </div>
      <div className="counter-refused__act">
        <Button onPress={onDrop}>{t('counter.refused.drop')}</Button>
        <Button kind="primary" onPress={onAgain}>{t('counter.refused.again')}</Button>
      </div>
    </div>
  )
}
