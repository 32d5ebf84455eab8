import { GivenGrants } from '../../../../shared/domains/staff/grants.ts'
import { NewGroups, type GroupGrants } from '../../../../shared/wire/staff.ts'
import { aTask, grantOf, writtenTask, type WrittenTask } from '../../../ui/grants/written-tasks.ts'

/** A group as it is being written, with what it gives. */
export interface WrittenGroup {
  readonly key: string
  readonly name: string
  readonly tasks: readonly WrittenTask[]
}

export const aGroup = (): WrittenGroup => ({ key: crypto.randomUUID(), name: '', tasks: [aTask()] })

export const writtenGroup = ({ group, grants }: GroupGrants): WrittenGroup => ({ key: crypto.randomUUID(), name: group, tasks: grants.map(writtenTask) })

/** As the service takes them; undefined while something is missing or stands there twice. */
export function readGroups(written: readonly WrittenGroup[]): NewGroups | undefined {
  const groups = written.map(({ name, tasks }) => ({ group: name, grants: GivenGrants.safeParse(tasks.map(grantOf)).data ?? [] }))
  return NewGroups.safeParse({ groups }).data
}

/** Whether a group above has the same name. */
export const isNamedTwice = (written: readonly WrittenGroup[], index: number): boolean => {
  const name = written[index]?.name.trim() ?? ''
  return name !== '' && written.slice(0, index).some(other => other.name.trim() === name)
}
