import { amount, choice, confirmed, date, demoService, ownTarget, pattern, section, text, wholeNumber, yesNo } from '../form-builder.ts'
import { applicant, bankAccount, locality, truthfulness } from './common.ts'

export const deferral = demoService({
  id: 'deferral',
  title: ['Stundung von Steuern und Abgaben', 'Deferral of taxes and charges'],
  department: 'steuern',
  legalBasis: '§ 222 AO, § 13a Abs. 1 KAG-LSA',
  deadline: ownTarget(28),
  weight: 4,
  versions: [
    [
      applicant,
      section(
        ['Die Forderung', 'The debt'],
        choice('debtKind', ['Welche Abgabe?', 'Which charge?'], {
          property: ['Grundsteuer', 'Property tax'], trade: ['Gewerbesteuer', 'Trade tax'], dog: ['Hundesteuer', 'Dog tax'],
          fees: ['Gebühren und Beiträge', 'Fees and contributions'],
        }),
        text('taxNumber', ['Kassenzeichen', 'Cash reference'], 30, { help: ['Steht oben auf dem Bescheid', 'Stands at the top of the notice'] }),
        amount('debtAmount', ['Offener Betrag in Euro', 'Open amount in euros'], 1_000_000),
        date('debtDueDate', ['Fällig am', 'Due on']),
      ),
      section(
        ['Ihr Vorschlag', 'Your proposal'],
        wholeNumber('instalments', ['Anzahl der Raten', 'Number of instalments'], 1, 36),
        date('instalmentsFrom', ['Erste Rate am', 'First instalment on']),
        text('deferralReason', ['Warum ist die Zahlung jetzt eine erhebliche Härte?', 'Why is paying now a considerable hardship?'], 3_000),
        yesNo('offersSecurity', ['Sicherheit wird angeboten', 'Security is offered']),
      ),
      truthfulness,
    ],
  ],
})

export const gardenWater = demoService({
  id: 'garden-water-meter',
  title: ['Absetzung von Gartenwasser', 'Deduction of garden water'],
  department: 'steuern',
  legalBasis: 'Abwassergebührensatzung',
  deadline: ownTarget(28),
  weight: 6,
  releaseMode: 'single-by-service',
  versions: [
    [
      applicant,
      section(
        ['Der Gartenwasserzähler', 'The garden water meter'],
        pattern('meterNumber', ['Zählernummer', 'Meter number'], '^[0-9A-Z]{6,16}$', 16, {
          help: ['Ziffern und Großbuchstaben, ohne Leerzeichen', 'Digits and capital letters, without spaces'],
        }),
        choice('meterOccasion', ['Anlass', 'Occasion'], {
          first: ['Neuer Zähler', 'New meter'], exchange: ['Zählerwechsel', 'Meter exchanged'], reading: ['Jährlicher Zählerstand', 'Yearly reading'],
        }),
        wholeNumber('meterReading', ['Zählerstand in m³', 'Reading in m³'], 0, 99_999),
        date('meterReadSince', ['Abgelesen am', 'Read on']),
        wholeNumber('calibratedUntil', ['Geeicht bis (Jahr)', 'Calibrated until (year)'], 2020, 2045),
        text('propertyStreet', ['Straße des Grundstücks', 'Street of the property'], 80),
        locality('meterLocality', ['Ortschaft des Grundstücks', 'Locality of the property']),
        confirmed('isForGarden', ['Das Wasser gelangt nicht in die Kanalisation.', 'The water does not reach the sewer.']),
      ),
      bankAccount,
      truthfulness,
    ],
  ],
})
