import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import { forwardOf } from '../../../../shared/domains/alerts/forward.ts'
import { WRITERS } from '../../../../shared/domains/alerts/roles.ts'
import type { OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import { channelScope } from '../../../../shared/scope.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'
import { useNewAlert } from '../mutations.ts'
import { useAlertCatalogue } from '../queries.ts'
import { useDeskMode } from '../training/use-training.ts'

interface Forward {
  readonly forward: () => void
  /** Why it cannot be handed on now. */
  readonly refusal: string | undefined
}

/** Begins a message with what an official warning says, and leads to it: nothing goes out before somebody has looked at it and another one has released it. */
export function useForward(warning: OfficialWarning): Forward {
  const { t } = useTranslation()
  const { clock } = useCore()
  const person = usePerson()
  const navigate = useNavigate()
  const mode = useDeskMode()
  const catalogue = useAlertCatalogue()
  const { run, isRunning } = useNewAlert('begin')
  const topic = catalogue?.topics.find(({ kind, active, departmentId }) => kind === 'hazard' && active && grantsIn(person, WRITERS, channelScope(departmentId)).length > 0)
  const settings = catalogue?.settings
  const begin = async (): Promise<void> => {
    if (!topic || !settings || isRunning) return
    const drafted = forwardOf(warning, topic, settings, instantFromMs(clock.nowMs()))
    const id = await run({ topicId: topic.id, ...drafted })
    if (id) void navigate({ to: '/alerts/$id', params: { id } })
  }
  const isOtherMode = warning.isTest !== (mode === 'training')
  const refusal = !topic || !settings ? t('alertWarnings.noTopic') : isOtherMode ? t(warning.isTest ? 'alertWarnings.onlyInDrill' : 'alertWarnings.notInDrill') : undefined
  return { forward: () => void begin(), refusal }
}
