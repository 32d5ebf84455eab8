import type { DemoService } from '../form-builder.ts'
import { businessChange, businessDeregistration, businessRegistration } from './business.ts'
import { dayCareDeregistration, dayCareRefund, dayCareRegistration } from './day-care.ts'
import { dogDeregistration, dogRegistration } from './dogs.ts'
import { bonfire, houseNumber, roadUse, treeFelling } from './town.ts'

/** The services the demo town offers online. */
export const DEMO_SERVICES: readonly DemoService[] = [
  dogRegistration,
  dogDeregistration,
  businessRegistration,
  businessChange,
  businessDeregistration,
  dayCareRegistration,
  dayCareDeregistration,
  dayCareRefund,
  houseNumber,
  treeFelling,
  roadUse,
  bonfire,
]
