import { DepartmentId, FormId, ServiceId } from '../../ids.ts'
import type { RowOf } from '../../tables.ts'
import { instantFromMs } from '../../time.ts'
import type { Letterhead } from '../staff/tables.ts'
import { letterDocument, type LetterDocument } from './letter-document.ts'
import { letterFor, type LetterSource } from './letter-for.ts'
import type { LetterTemplate, TextBlock } from './tables.ts'

export const DATED = instantFromMs(Date.UTC(2026, 10, 22, 9))

export const aLetterhead = (overrides: Partial<Letterhead> = {}): Letterhead => ({
  authority: 'Stadt Tangerhütte, Ordnung', street: 'Musterstraße 5', postalCode: '39517', place: 'Tangerhütte', telephone: '03935 000000',
  email: 'ordnung@tangerhuette.example', signatory: 'Andrea Musterfrau, Bürgermeisterin',
  senderLine: '', bankName: 'Sparkasse Beispielstadt', iban: 'DE02120300000000202051', openingHours: 'Di 9–12 Uhr',
  court: 'Verwaltungsgericht Magdeburg, Breiter Weg 203–206, 39104 Magdeburg', ...overrides,
})

/** A template that says no more than a letter must. */
export const aTemplate = (overrides: Partial<LetterTemplate> = {}): LetterTemplate => ({
  id: 'granted', scope: 'town', version: 1, title: 'Bewilligt', serviceId: null, outcome: 'granted', position: 1, templateVersion: 1, active: true,
  asked: [], publishedAt: null, publishedBy: null, publishedByName: null,
  subject: 'Bescheid über „{{subject}}“',
  paragraphs: ['Guten Tag {{applicantName}},', 'Name des Hundes: {{form.dogName}}', 'Wir bewilligen {{amount}}.', '# Auflagen', '{{conditions}}', '# Begründung', '{{reason}}'],
  remedies: 'Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch erheben bei: {{authority}}, {{place}}.',
  ...overrides,
})

/** Two paragraphs of which one can be in every letter. */
export const aBlock = (overrides: Partial<TextBlock> = {}): TextBlock => ({
  id: 'datenschutz', scope: 'town', version: 1, title: 'Datenschutz', paragraphs: ['# Datenschutz', 'Wofür {{authority}} Ihre Angaben braucht, steht auf unserer Seite.'],
  blockVersion: 1, earlier: [], active: true, publishedAt: null, publishedBy: null, publishedByName: null, ...overrides,
})

export const aLetterSource = (overrides: Partial<LetterSource> = {}): LetterSource => ({
  template: aTemplate(),
  letterhead: aLetterhead(),
  application: {
    reference: 'TGH-2026-004711', subject: 'Hundeanmeldung: Bello', applicantName: 'Änne Großkopf', receivedAt: DATED, dueAt: null,
    form: { dogName: 'Bello', street: 'Lange Straße', houseNumber: '12', postalCode: '39517', locality: 'Lüderitz' },
  },
  form: { schema: {}, valueLabels: {} },
  service: { title: { de: 'Hundeanmeldung' }, legalBasis: 'Hundesteuersatzung', contact: null },
  decision: { reason: '', conditions: '', amountCents: null, feeCents: null },
  clerkName: 'Katrin Sommer',
  values: {},
  ...overrides,
})

export const aLetterDocument = (overrides: Partial<LetterSource> = {}): LetterDocument =>
  letterDocument(letterFor(aLetterSource(overrides)), { dated: DATED, verification: null, isDraft: false })

/** A service whose form asks for the name of a dog, as far as letters go by it. */
export const aServiceOfLetters = (overrides: Partial<RowOf<'services'>> = {}): RowOf<'services'> => ({
  id: ServiceId.parse('dog-registration'), scope: 'town', version: 1, title: { de: 'Hundeanmeldung', en: 'Dog registration' }, description: null,
  departmentId: DepartmentId.parse('ordnung'), formVersion: 1, releaseMode: 'four-eyes', singleUpToCents: null, legalBasis: 'Hundesteuersatzung',
  deadline: null, steps: [], automatic: [], documents: [], fees: [], contact: null, retention: null, active: true, ...overrides,
})

export const aFormOfLetters = (): RowOf<'forms'> => ({
  id: FormId.parse('dog-registration@1'), scope: 'town', version: 1, serviceId: ServiceId.parse('dog-registration'), formVersion: 1,
  schema: { type: 'object', properties: { dogName: { type: 'string' } } }, valueLabels: {}, nameKeys: ['dogName'], localityKey: null, emailKey: null, sortable: [],
  sections: [{ title: { de: 'Hund', en: 'Dog' }, fields: [{ key: 'dogName', label: { de: 'Rufname des Hundes', en: 'Name of the dog' }, help: null }] }],
})
