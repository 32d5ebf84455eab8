import { grantsIn, type Actor } from '../../../../shared/actor.ts'
import { WRITERS } from '../../../../shared/domains/alerts/roles.ts'
import type { AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import { channelScope } from '../../../../shared/scope.ts'

type Acting = Pick<Actor, 'grants'>

/** Whether a person may write what a department says to the public. */
export const mayWrite = (scope: string, person: Acting): boolean => grantsIn(person, WRITERS, scope).length > 0

/** The topics on which a person may write now. */
export const topicsToWriteOn = (topics: readonly AlertTopic[], person: Acting): readonly AlertTopic[] =>
  topics.filter(({ active, departmentId }) => active && mayWrite(channelScope(departmentId), person))
