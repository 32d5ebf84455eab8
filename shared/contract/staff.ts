import { oc } from '@orpc/contract'
import * as z from 'zod'
import { addAccount, changeAccount, comeBack, handOverDuties, leave, moveAccount } from '../domains/staff/account-commands.ts'
import { addDepartment, closeDepartment, orderDepartments, renameDepartment, reopenDepartment } from '../domains/staff/department-commands.ts'
import { endDeputy, setDeputy } from '../domains/staff/deputy-commands.ts'
import { Department, Staff } from '../domains/staff/tables.ts'
import { AccountId } from '../ids.ts'
import { AccountStates, DeviceName, Devices, Duties, NewGroups, OneTimePassword, SignInGroups } from '../wire/staff.ts'
import { deputyQueries } from './deputies.ts'
import { entryFor } from './entry.ts'
import { refusable } from './refusable.ts'

const OnAccount = z.object({ accountId: AccountId })
const OnDevice = z.object({ deskId: z.uuid() })

/** People, what they may, and the computers they work at. What no desk holds is asked of the service. */
export const staffDeskContract = {
  ...deputyQueries,
  /** Everybody with an account, in the order of their names, and every department in its order. */
  list: oc.output(z.object({ staff: z.array(Staff), departments: z.array(Department) })),
  'set-deputy': entryFor(setDeputy),
  'end-deputy': entryFor(endDeputy),
  add: entryFor(addAccount),
  change: entryFor(changeAccount),
  move: entryFor(moveAccount),
  leave: entryFor(leave),
  'come-back': entryFor(comeBack),
  'hand-over': entryFor(handOverDuties),
  accounts: oc.output(refusable(AccountStates)),
  duties: oc.input(OnAccount).output(refusable(Duties)),
  givePassword: oc.input(OnAccount).output(refusable(OneTimePassword)),
  /** `here`: the computer that asks. */
  devices: oc.output(refusable(Devices.extend({ here: z.uuid().nullable() }))),
  cutOff: oc.input(OnDevice).output(refusable(Devices)),
  allowAgain: oc.input(OnDevice).output(refusable(Devices)),
  /** Of the computer that the person works at now. */
  nameDevice: oc.input(z.object({ name: DeviceName })).output(refusable(z.object({ name: z.string() }))),
  groups: oc.output(refusable(SignInGroups)),
  setGroups: oc.input(NewGroups).output(refusable(SignInGroups)),
}

export const departmentsContract = {
  add: entryFor(addDepartment),
  rename: entryFor(renameDepartment),
  order: entryFor(orderDepartments),
  close: entryFor(closeDepartment),
  reopen: entryFor(reopenDepartment),
}
