import { useRef } from 'react'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { moved } from '../../../ui/editing/moved.ts'
import { useCommandResult, type CommandAnswer } from '../../../ui/use-command-result.ts'

/** Puts a topic one place further in the order in which topics are offered; only those are changed whose place is another one then. */
export function useMoveTopic(topics: readonly AlertTopic[]): (index: number, step: 1 | -1) => void {
  const { client } = useCore()
  const tell = useCommandResult('alerts.set-topic')
  const isRunning = useRef(false)
  const set = async (changed: readonly AlertTopic[]): Promise<CommandAnswer> => {
    for (const { id: topicId, scope: _scope, version: _version, ...content } of changed) {
      const answer = await client.alerts['set-topic']({ topicId, content })
      if (!answer.ok) return answer
    }
    return { ok: true }
  }
  return (index, step) => {
    if (isRunning.current) return
    isRunning.current = true
    const changed = moved(topics, index, step).map((topic, place) => ({ ...topic, position: place + 1 })).filter(({ id, position }) => topics.find(one => one.id === id)?.position !== position)
    void tell(() => set(changed)).finally(() => { isRunning.current = false })
  }
}
