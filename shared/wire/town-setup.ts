import { oc } from '@orpc/contract'
import * as z from 'zod'
import { GivenGrants } from '../domains/staff/grants.ts'
import { TownColour } from '../domains/town-setup/branding.ts'
import { DepartmentId } from '../ids.ts'
import { Instant } from '../time.ts'

/** A crest as a file, in units of 1024 bytes as file managers count; it goes to every desk and with every page of citizens. */
export const MOST_CREST_KB = 512
const MOST_CREST = Math.ceil((MOST_CREST_KB * 1024) / 3) * 4

/** Whether a file of so many bytes is small enough for a crest. */
export const isCrestSize = (bytes: number): boolean => bytes <= MOST_CREST_KB * 1024

export const TownCrest = z.object({ kind: z.enum(['svg', 'png']), base64: z.base64().max(MOST_CREST) })
export type TownCrest = Readonly<z.infer<typeof TownCrest>>

/** How a town looks, and how far its setting up has come: nobody's name. */
export const TownSetup = z.object({
  name: z.string(),
  /** Null: nobody has chosen one. */
  colour: TownColour.nullable(),
  crest: TownCrest.nullable(),
  departments: z.array(z.object({ id: DepartmentId, name: z.string(), hasLetterhead: z.boolean() })),
  /** Switched on. */
  accounts: z.int(),
  /** Whether people sign in here, with a password of this service; else by an issuer of the town's own. */
  hasOwnSignIn: z.boolean(),
  /** Offered to citizens. */
  services: z.int(),
  /** When the mail server last took a test e-mail. */
  mailTestedAt: Instant.nullable(),
  /** What was last taken over from another town and can still be undone. */
  lastImport: z.object({ id: z.uuid(), at: Instant, drafts: z.int() }).nullable(),
})
export type TownSetup = Readonly<z.infer<typeof TownSetup>>

/** What everybody's desk shows at its head. */
export const TownLook = z.object({ crest: TownCrest.nullable() })

export const NewBranding = z.object({
  colour: TownColour,
  /** `keep`: the one that is there. */
  crest: z.union([TownCrest, z.literal('keep'), z.null()]),
})
export type NewBranding = z.infer<typeof NewBranding>

export const NewDepartment = z.object({ id: DepartmentId, name: z.string().trim().min(1).max(120) })
export type NewDepartment = z.infer<typeof NewDepartment>

/** Somebody who is to work with the desk, in departments or for the whole town. */
export const NewPerson = z.object({
  login: z.string().regex(/^\S{2,80}$/),
  name: z.string().trim().min(1).max(120),
  grants: GivenGrants.min(1),
})
export type NewPerson = z.infer<typeof NewPerson>

export const AddedPerson = z.object({
  /** Shown this once and kept nowhere; null where people sign in elsewhere. */
  firstPassword: z.string().nullable(),
})

export const MailTo = z.object({ to: z.email().max(254) })

/** What an administrator sets up for the whole town, and how it looks to all who work in it; under `/v1`. */
export const townSetupContract = {
  state: oc.route({ method: 'GET', path: '/town-setup', tags: ['town-setup'], summary: 'How the town looks, and how far its setting up has come' }).output(TownSetup),
  look: oc.route({ method: 'GET', path: '/town-setup/look', tags: ['town-setup'], summary: 'The crest of the town' }).output(TownLook),
  setBranding: oc.route({ method: 'PUT', path: '/town-setup/branding', tags: ['town-setup'], summary: 'Crest and colour of the town' }).input(NewBranding).output(TownSetup),
  addDepartment: oc.route({ method: 'POST', path: '/town-setup/departments', tags: ['town-setup'], summary: 'One more department' }).input(NewDepartment).output(TownSetup),
  addPerson: oc.route({ method: 'POST', path: '/town-setup/people', tags: ['town-setup'], summary: 'An account for one more person' }).input(NewPerson).output(AddedPerson),
  testMail: oc.route({ method: 'POST', path: '/town-setup/test-mail', tags: ['town-setup'], summary: 'Send a test e-mail, at once' }).input(MailTo).output(TownSetup),
}
