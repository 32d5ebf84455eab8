import * as z from 'zod'
import { grantsIn, type Actor } from '../../actor.ts'
import { defineCommand } from '../../command.ts'
import { AlertTemplateId, TopicId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { TOWN_SCOPE } from '../../scope.ts'
import { KEEPERS } from './roles.ts'
import { AlertSettings, AlertTemplate, AlertTopic } from './tables.ts'

const isKeeper = (actor: Actor): boolean => grantsIn(actor, KEEPERS, TOWN_SCOPE).length > 0

const Without = { id: true, scope: true, version: true } as const

/** Makes or changes a topic. Whose words these are decides who writes them. */
export const setTopic = defineCommand({
  name: 'alerts.set-topic',
  version: 1,
  input: z.object({ topicId: TopicId, content: AlertTopic.omit(Without) }),
  offline: 'queue',
  roles: KEEPERS,
  onlyIfUnchanged: true,
  mayMake: true,
  reads: ({ topicId, content }) => [{ table: 'alert_topics', id: topicId }, { table: 'departments', id: content.departmentId }],
  decide: (state, { topicId, content }, { actor }) => {
    if (!isKeeper(actor)) return refuse('commands/not-allowed')
    if (!state.get('departments', content.departmentId)) return refuse('commands/record-missing', { table: 'departments' })
    const before = state.get('alert_topics', topicId)
    // A warning that went to people who wanted news, or the other way round, cannot be taken back.
    if (before && before.kind !== content.kind) return refuse('alerts/other-topic')
    return ok([{ table: 'alert_topics', row: { ...content, id: topicId, scope: TOWN_SCOPE, version: before?.version ?? 0 } }])
  },
})

/** Makes or changes the words that lie ready for an event. */
export const setTemplate = defineCommand({
  name: 'alerts.set-template',
  version: 1,
  input: z.object({ templateId: AlertTemplateId, content: AlertTemplate.omit(Without) }),
  offline: 'queue',
  roles: KEEPERS,
  onlyIfUnchanged: true,
  mayMake: true,
  reads: ({ templateId, content }) => [{ table: 'alert_templates', id: templateId }, { table: 'alert_topics', id: content.topicId }],
  decide: (state, { templateId, content }, { actor }) => {
    if (!isKeeper(actor)) return refuse('commands/not-allowed')
    if (!state.get('alert_topics', content.topicId)) return refuse('commands/record-missing', { table: 'alert_topics' })
    return ok([{ table: 'alert_templates', row: { ...content, id: templateId, scope: TOWN_SCOPE, version: state.get('alert_templates', templateId)?.version ?? 0 } }])
  },
})

/** Changes what all messages of the town have in common; a new town has nothing of it yet. */
export const setAlertSettings = defineCommand({
  name: 'alerts.set-settings',
  version: 1,
  input: z.object({ content: AlertSettings.omit(Without) }),
  offline: 'queue',
  roles: KEEPERS,
  onlyIfUnchanged: true,
  mayMake: true,
  reads: () => [{ table: 'alert_settings', id: 'alerts' }],
  decide: (state, { content }, { actor }) => {
    if (!isKeeper(actor)) return refuse('commands/not-allowed')
    return ok([{ table: 'alert_settings', row: { ...content, id: 'alerts', scope: TOWN_SCOPE, version: state.get('alert_settings', 'alerts')?.version ?? 0 } }])
  },
})

export const catalogueCommands = [setTopic, setTemplate, setAlertSettings] as const
