import { CardHolderId, CardOrganisationId, CardPhotoId, CardUnitId, DepartmentId, derivedUuid, PersonId, ServiceCardId } from '../../ids.ts'
import { cardScope } from '../../scope.ts'
import { instantFromMs } from '../../time.ts'
import type { CardContent, CardOrganisation, CardPhoto, ServiceCard } from './tables.ts'

const SCOPE = cardScope(DepartmentId.parse('ordnung'))
const idOf = (label: string): string => derivedUuid('test/service-cards', label)

/** A JPEG of cards' size as far as its head goes: what it shows no reader could tell. */
const PHOTO_HEAD = '/9j/wAALCAHCAV4BAREA/9oACAEBAAA/AD8A/9k='

export const aCardOrganisation = (overrides: Partial<CardOrganisation> = {}): CardOrganisation => ({
  id: CardOrganisationId.parse(idOf('brigade')), scope: SCOPE, version: 1, name: 'Freiwillige Feuerwehr', prefix: 'FW', colour: '#9b1c1f',
  units: [{ id: CardUnitId.parse(idOf('unit')), name: 'Ortsfeuerwehr Uchtdorf', active: true }, { id: CardUnitId.parse(idOf('old unit')), name: 'Ortsfeuerwehr Birkholz', active: false }],
  ranks: ['Feuerwehrfrau', 'Hauptfeuerwehrfrau'], authority: 'Darf Einsatzstellen betreten.', validYears: 5, remindDays: 90, listDays: 7, photoDays: 30, keepYears: 3, position: 1, active: true, ...overrides,
})

export const aCardPhoto = (overrides: Partial<CardPhoto> = {}): CardPhoto =>
  ({ id: CardPhotoId.parse(idOf('photo')), scope: SCOPE, version: 1, picture: PHOTO_HEAD, addedAt: instantFromMs(Date.UTC(2026, 10, 20)), addedByName: 'Silke Bartels', ...overrides })

export const aCardContent = (overrides: Partial<CardContent> = {}): CardContent => ({
  unitId: CardUnitId.parse(idOf('unit')), familyName: 'Großkopf', givenName: 'Änne', rank: 'Hauptfeuerwehrfrau', duty: 'Gruppenführerin', authority: 'Darf Einsatzstellen betreten.',
  validFrom: '2026-12-01', validUntil: '2031-11-30', ...overrides,
})

/** Asked for by Silke; `label` makes its id. */
export const aServiceCard = (label = 'one', overrides: Partial<ServiceCard> = {}): ServiceCard => ({
  ...aCardContent(), id: ServiceCardId.parse(idOf(`card/${label}`)), scope: SCOPE, version: 1, organisationId: aCardOrganisation().id, holderId: CardHolderId.parse(idOf(`holder/${label}`)),
  unitName: 'Ortsfeuerwehr Uchtdorf', photoId: aCardPhoto().id, number: '', status: 'requested', authors: [PersonId.parse(idOf('silke'))], requestedAt: instantFromMs(Date.UTC(2026, 10, 20)),
  requestedByName: 'Silke Bartels', decidedAt: null, decidedByName: null, reason: null, issuedAt: null, issuedByName: null, handedOverAt: null, handedOverByName: null, blocked: null, endedAt: null,
  renewsId: null, renewedById: null, token: '', ...overrides,
})
