import type { Guards } from '../commands/context.ts'
import { hasAnyWay, type Reach } from './alerts/ways/reach.ts'
import { fileIsHere } from './applications/added-file.ts'
import { strandsAsShown, timeIsFree } from './appointments/guard-booking.ts'
import { hallIsFree } from './halls/guard-hall.ts'
import { blockFits, blockIsFree } from './letters/guard-blocks.ts'
import { filesAreHere } from './messages/completions.ts'
import { keepsItsLaw, lawDayIsAhead } from './notices/guard-law.ts'
import { isOnlyReplacement } from './notices/corrections/guard-replacement.ts'
import { areToPrint } from './notices/print-here/printed.ts'
import { asShown } from './notices/guard-submit.ts'
import { hasLettersToRepeat } from './notices/repeat.ts'
import { guardAccount } from './staff/guard-accounts.ts'
import { departmentIsIdle, departmentIsUnlike } from './staff/guard-departments.ts'
import { guardDeputy } from './staff/guard-deputy.ts'

/** A certificate is a letter, and without a typesetter there are none. */
const noTypesetter: Guards = async () => ({ code: 'letters/no-typesetter' })

/** What only the service can refuse, by the command's name. */
export const guardsFor = (hasTypesetter: boolean, alertReach: Reach): ReadonlyMap<string, Guards> =>
  new Map([
    ['alerts.release', hasAnyWay(alertReach)],
    ['alerts.release-alone', hasAnyWay(alertReach)],
    ['applications.add-file', fileIsHere],
    ['letters.set-block', blockFits],
    ['letters.switch-block', blockIsFree],
    ['messages.answer', filesAreHere],
    ['notices.set-kind', keepsItsLaw],
    ['notices.set-law', lawDayIsAhead],
    ['notices.submit', asShown],
    ['notices.printed', areToPrint],
    ['notices.repeat', hasLettersToRepeat],
    ['notices.correct', isOnlyReplacement],
    ['notices.send-again', isOnlyReplacement],
    ['notices.take-in', isOnlyReplacement],
    ['staff.set-deputy', guardDeputy],
    ['staff.add', guardAccount],
    ['staff.change', guardAccount],
    ['staff.move', guardAccount],
    ['staff.leave', guardAccount],
    ['staff.come-back', guardAccount],
    ['departments.add', departmentIsUnlike],
    ['departments.rename', departmentIsUnlike],
    ['departments.close', departmentIsIdle],
    ['appointments.book', timeIsFree],
    ['appointments.move', timeIsFree],
    ['halls.approve', hallIsFree],
    ['halls.correct', hallIsFree],
    ['hours.set', strandsAsShown],
    ['hours.delete', strandsAsShown],
    ['vaccinations.set-session', strandsAsShown],
    ...(hasTypesetter ? [] : [['applications.certify', noTypesetter] as const]),
  ])
