import type { Guards } from '../commands/context.ts'
import { fileIsHere } from './applications/added-file.ts'
import { guardDeputy } from './staff/guard-deputy.ts'

/** A certificate is a letter, and without a typesetter there are none. */
const noTypesetter: Guards = async () => ({ code: 'letters/no-typesetter' })

/** What only the service can refuse, by the command's name. */
export const guardsFor = (hasTypesetter: boolean): ReadonlyMap<string, Guards> =>
  new Map([
    ['applications.add-file', fileIsHere],
    ['staff.set-deputy', guardDeputy],
    ...(hasTypesetter ? [] : [['applications.certify', noTypesetter] as const]),
  ])
