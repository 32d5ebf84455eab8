import { oc } from '@orpc/contract'
import { NewBranding, TownSetup } from '../wire/town-setup.ts'
import { refusable } from './refusable.ts'

/** What an administrator sets up for the whole town; the service alone knows it. */
export const townSetupDeskContract = {
  state: oc.output(refusable(TownSetup)),
  setBranding: oc.input(NewBranding).output(refusable(TownSetup)),
}
