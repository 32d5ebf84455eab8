import { oc } from '@orpc/contract'
import * as z from 'zod'
import { TownColour } from '../domains/town-setup/branding.ts'

/** A picture in base64; a drawing is larger as text than as a picture. */
const MOST_CREST = 700_000

export const TownCrest = z.object({ kind: z.enum(['svg', 'png']), base64: z.base64().max(MOST_CREST) })
export type TownCrest = Readonly<z.infer<typeof TownCrest>>

/** How a town looks, and how far its setting up has come; counts only. */
export const TownSetup = z.object({
  name: z.string(),
  /** Null: nobody has chosen one. */
  colour: TownColour.nullable(),
  crest: TownCrest.nullable(),
  departments: z.int(),
  withLetterhead: z.int(),
  accounts: z.int(),
  services: z.int(),
})
export type TownSetup = Readonly<z.infer<typeof TownSetup>>

export const NewBranding = z.object({
  colour: TownColour,
  /** `keep`: the one that is there. */
  crest: z.union([TownCrest, z.literal('keep'), z.null()]),
})
export type NewBranding = z.infer<typeof NewBranding>

/** What an administrator sets up for the whole town, under `/v1`. */
export const townSetupContract = {
  state: oc.route({ method: 'GET', path: '/town-setup', tags: ['town-setup'], summary: 'How the town looks, and how far its setting up has come' }).output(TownSetup),
  setBranding: oc.route({ method: 'PUT', path: '/town-setup/branding', tags: ['town-setup'], summary: 'Crest and colour of the town' }).input(NewBranding).output(TownSetup),
}
