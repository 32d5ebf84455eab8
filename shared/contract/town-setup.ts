import { oc } from '@orpc/contract'
import { ExchangeChoice, ExchangeLook, FileText, ImportId, ServiceFile, Taken, Undone } from '../wire/service-exchange.ts'
import { AddedPerson, MailTo, NewBranding, NewDepartment, NewPerson, TownLook, TownSetup } from '../wire/town-setup.ts'
import { refusable } from './refusable.ts'

/** What an administrator sets up for the whole town, and how it looks to everybody; the service alone knows it. */
export const townSetupDeskContract = {
  state: oc.output(refusable(TownSetup)),
  look: oc.output(refusable(TownLook)),
  setBranding: oc.input(NewBranding).output(refusable(TownSetup)),
  addDepartment: oc.input(NewDepartment).output(refusable(TownSetup)),
  addPerson: oc.input(NewPerson).output(refusable(AddedPerson)),
  testMail: oc.input(MailTo).output(refusable(TownSetup)),
}

/** Services from town to town. */
export const serviceExchangeDeskContract = {
  file: oc.output(refusable(ServiceFile)),
  look: oc.input(FileText).output(refusable(ExchangeLook)),
  take: oc.input(ExchangeChoice).output(refusable(Taken)),
  undo: oc.input(ImportId).output(refusable(Undone)),
}
