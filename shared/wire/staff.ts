import { oc } from '@orpc/contract'
import * as z from 'zod'
import { GivenGrant, MOST_GRANTS } from '../domains/staff/grants.ts'
import { AccountId, DepartmentId } from '../ids.ts'
import { Instant } from '../time.ts'

/** What somebody has in hand, as numbers: nobody's name and no case. */
export const Duties = z.object({
  departments: z.array(z.object({ departmentId: DepartmentId, name: z.string(), cases: z.int(), tasks: z.int(), conversations: z.int() })),
})
export type Duties = Readonly<z.infer<typeof Duties>>

/** Shown this once and kept nowhere. */
export const OneTimePassword = z.object({ password: z.string(), until: Instant })
export type OneTimePassword = Readonly<z.infer<typeof OneTimePassword>>

export const DEVICE_SHELLS = ['electron', 'browser', 'unknown'] as const

/** How a computer tells about itself when it connects. */
export const DeviceFacts = { shell: z.enum(DEVICE_SHELLS).default('unknown'), version: z.string().max(40).default('') }

export const DeviceName = z.string().trim().max(60)

/** A computer that somebody signed in at. */
export const Device = z.object({
  deskId: z.uuid(),
  /** As its person calls it; empty until somebody does. */
  name: z.string(),
  shell: z.enum(DEVICE_SHELLS),
  version: z.string(),
  lastSeenAt: Instant,
  /** Who signed in there, the last one first. */
  people: z.array(z.object({ accountId: AccountId, name: z.string(), lastSeenAt: Instant })),
  cutOffAt: Instant.nullable(),
  cutOffByName: z.string().nullable(),
  /** When it said that nothing of the town is left on it; only of one that is cut off. */
  erasedAt: Instant.nullable(),
})
export type Device = Readonly<z.infer<typeof Device>>

export const Devices = z.object({ devices: z.array(Device) })
export type Devices = Readonly<z.infer<typeof Devices>>

const OnDevice = z.object({ deskId: z.uuid() })

/** What a group of the town's own sign-in gives to whoever is in it. */
export const GroupGrants = z.object({ group: z.string().trim().min(1).max(200), grants: z.array(GivenGrant).min(1).max(MOST_GRANTS) })
export type GroupGrants = Readonly<z.infer<typeof GroupGrants>>

export const SignInGroups = z.object({
  /** People sign in at this service, which knows no groups. */
  hasOwnSignIn: z.boolean(),
  /** The claim of an access token that lists the groups. */
  claim: z.string(),
  /** Whether somebody who is in a group here gets an account by signing in. */
  opensAccounts: z.boolean(),
  groups: z.array(GroupGrants),
})
export type SignInGroups = Readonly<z.infer<typeof SignInGroups>>

export const NewGroups = z.object({
  groups: z.array(GroupGrants).max(200).refine(groups => new Set(groups.map(({ group }) => group)).size === groups.length, 'every group stands there once'),
})
export type NewGroups = z.infer<typeof NewGroups>

/** What the service alone knows of an account's sign-in. */
export const AccountStates = z.object({
  hasOwnSignIn: z.boolean(),
  accounts: z.array(z.object({
    accountId: AccountId,
    password: z.enum(['own', 'one-time', 'run-out', 'none']),
    lastSeenAt: Instant.nullable(),
  })),
})
export type AccountStates = Readonly<z.infer<typeof AccountStates>>

const AccountKey = z.string().regex(/^[0-9a-f]{32}$/)

/** Asked by a computer without anybody signed in: by its id, which nobody but it and the service knows. */
export const DeskQuestion = z.object({
  desk: z.uuid(),
  /** The accounts of which something lies on it, each by `accountKeyOf`. */
  holds: z.array(AccountKey).max(200),
})
export type DeskQuestion = z.infer<typeof DeskQuestion>

/** What has to go from there, of the accounts that were named. */
export const DeskAnswer = z.object({ cutOff: z.boolean(), erase: z.array(AccountKey).max(200) })
export type DeskAnswer = Readonly<z.infer<typeof DeskAnswer>>

/** Relative to the service's address. */
export const DESK_STANDING_PATH = '/desk/v1/standing'

const tags = ['staff']

/** What administrators of the whole town ask about people and their computers; under `/v1`. */
export const staffContract = {
  accounts: oc.route({ method: 'GET', path: '/staff/accounts', tags, summary: 'How far each account can be used to sign in' }).output(AccountStates),
  duties: oc.route({ method: 'GET', path: '/staff/accounts/{accountId}/duties', tags, summary: 'How much somebody has in hand, as numbers' }).input(z.object({ accountId: AccountId })).output(Duties),
  givePassword: oc.route({ method: 'POST', path: '/staff/accounts/{accountId}/password', tags, summary: 'A password for one sign-in' }).input(z.object({ accountId: AccountId })).output(OneTimePassword),
  devices: oc.route({ method: 'GET', path: '/staff/devices', tags, summary: 'The computers that people work at' }).output(Devices),
  cutOff: oc.route({ method: 'POST', path: '/staff/devices/{deskId}/cut-off', tags, summary: 'Cut a computer off: its sign-ins end, and what lies on it can be read no more' }).input(OnDevice).output(Devices),
  allowAgain: oc.route({ method: 'POST', path: '/staff/devices/{deskId}/allow', tags, summary: 'Let people sign in at a computer again' }).input(OnDevice).output(Devices),
  nameDevice: oc.route({ method: 'PUT', path: '/staff/device-name', tags, summary: 'How the person calls the computer they work at' }).input(OnDevice.extend({ name: DeviceName })).output(z.object({ name: z.string() })),
  groups: oc.route({ method: 'GET', path: '/staff/groups', tags, summary: 'What groups of the town’s own sign-in give' }).output(SignInGroups),
  setGroups: oc.route({ method: 'PUT', path: '/staff/groups', tags, summary: 'Say what groups of the town’s own sign-in give' }).input(NewGroups).output(SignInGroups),
}
