import type { DemoService } from '../form-builder.ts'
import { businessChange, businessDeregistration, businessRegistration } from './business.ts'
import { clubFunding, holidayCare, villageHall } from './community.ts'
import { dayCareDeregistration, dayCareRefund, dayCareRegistration } from './day-care.ts'
import { dogDeregistration, dogRegistration } from './dogs.ts'
import { marketSetting, marketStall } from './markets.ts'
import { graveExtension, preemptionWaiver, redevelopmentPermit } from './property.ts'
import { posters, residentParking, temporaryCatering, travellingTrade } from './public-order.ts'
import { civilStatusCertificate, fishingLicence, registerInformation, residenceCertificate, weddingDate } from './registry.ts'
import { deferral, gardenWater } from './taxes.ts'
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
  residenceCertificate,
  registerInformation,
  civilStatusCertificate,
  weddingDate,
  fishingLicence,
  residentParking,
  travellingTrade,
  temporaryCatering,
  posters,
  marketStall,
  marketSetting,
  deferral,
  gardenWater,
  holidayCare,
  clubFunding,
  villageHall,
  preemptionWaiver,
  redevelopmentPermit,
  graveExtension,
]
