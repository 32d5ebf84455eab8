import { BUSINESS_DETAILS } from '../details/business.ts'
import { COMMUNITY_DETAILS } from '../details/community.ts'
import { withDetail, type Detail } from '../details/detail.ts'
import { RESIDENT_DETAILS } from '../details/residents.ts'
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

const BARE: readonly DemoService[] = [
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

const DETAILS: Readonly<Record<string, Detail>> = { ...BUSINESS_DETAILS, ...RESIDENT_DETAILS, ...COMMUNITY_DETAILS }

/** The services the demo town offers online. */
export const DEMO_SERVICES: readonly DemoService[] = BARE.map(one => {
  const detail = DETAILS[one.service.id]
  if (!detail) throw new Error(`the demo says nothing about ${one.service.id}`)
  return withDetail(one, detail)
})
