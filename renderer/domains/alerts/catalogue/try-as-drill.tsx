import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { contentFrom } from '../../../../shared/domains/alerts/fill-template.ts'
import type { AlertSettings, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { TemplateContent } from '../../../../shared/domains/alerts/template-problems.ts'
import { channelScope } from '../../../../shared/scope.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { mayWrite } from '../list/topics.ts'
import { useOpenAlert } from '../list/use-open-alert.ts'
import { useNewAlert } from '../mutations.ts'
import { useDeskMode, useTraining } from '../training/use-training.ts'

interface Props {
  readonly content: TemplateContent
  readonly topic: AlertTopic | undefined
  readonly settings: AlertSettings | null
}

/** Begins a drill with the words as they stand in the fields, saved or not: nobody outside gets anything of it. */
export function TryAsDrill({ content, topic, settings }: Props): ReactElement {
  const { t } = useTranslation()
  const { clock } = useCore()
  const person = usePerson()
  const training = useTraining()
  const isTraining = useDeskMode() === 'training'
  const open = useOpenAlert()
  const { run, isRunning } = useNewAlert('begin')
  const [isAsking, setAsking] = useState(false)
  const begin = async (): Promise<void> => {
    setAsking(false)
    if (!topic) return
    const id = await run({ topicId: topic.id, mode: 'training', content: contentFrom(content, topic, settings, instantFromMs(clock.nowMs())) })
    if (!id) return
    training.set(true)
    open(id)
  }
  const refusal = !topic ? t('alertCatalogue.problem.topic-gone') : !mayWrite(channelScope(topic.departmentId), person) ? t('alertCatalogue.officersTry') : isRunning ? t('alerts.giving') : undefined
  return (
    <>
      <ActionButton icon="shield" refusal={refusal} onPress={() => (isTraining ? void begin() : setAsking(true))}>{t('alertCatalogue.tryAsDrill')}</ActionButton>
      <Dialog title={t('alertRelease.drill.beginTitle')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{t('alertRelease.drill.beginMeaning')}</p>
        <DialogActions>
          <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button kind="primary" onPress={() => void begin()}>{t('alertCatalogue.tryAsDrill')}</Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
