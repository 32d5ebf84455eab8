import type { vaccinationExchangeDe } from './vaccination-exchange-de.ts'
import type { Translated } from './translated.ts'

/** Vaccination records as files, from and for other programs. */
export const vaccinationExchangeEn: Translated<typeof vaccinationExchangeDe> = {
  readIn: 'Read records', readInTitle: 'Read records of {{name}}', readInIntro: 'The German digital vaccination record (MIO) or another FHIR file as JSON. What stands here already stays as it is.',
  chooseFile: 'Choose a file', otherFile: 'Another file', drop: 'Drag a file here', reading: 'The file is being read …',
  unreadable: {
    'too-large': 'The file is too large for vaccination records.', xml: 'This file is XML. Only JSON is read: have the records given out as JSON.', 'not-json': 'The file is damaged or no vaccination record.',
    'not-a-bundle': 'The file is no FHIR bundle.', 'no-patient': 'The file does not say whom it is about.', 'several-patients': 'The file is about several persons. Only what is about one person alone is read.',
    'too-many': 'The file has too many entries.', 'no-doses': 'There is no vaccination in the file.',
  },
  otherPerson: 'The file names another person', inFile: 'In the file', here: 'Here', bornOn: 'born {{day}}', bornUnknown: 'no date of birth', isSamePerson: 'It is the same person, I have checked.',
  found_one: '{{count}} vaccination in the file', found_other: '{{count}} vaccinations in the file', month: 'month {{month}}', doseNumber: 'dose {{number}}', lot: 'batch {{lot}}', by: 'responsible: {{name}}', next: 'next from {{day}}',
  kind: { new: 'new', same: 'known already', differs: 'differs' },
  differs: 'Here it says: {{known}}. That stays.', difference: { day: 'day', vaccine: 'vaccine', diseases: 'disease', lot: 'batch' }, noLot: 'no batch',
  leftOut_one: '{{count}} entry is not taken over:', leftOut_other: '{{count}} entries are not taken over:',
  reason: {
    'not-done': 'not vaccinated', 'entered-in-error': 'marked as a mistake', 'unclear-status': 'unclear whether vaccinated', 'other-patient': 'about another person', 'no-day': 'without a readable day',
    'no-month': 'only the year is known', 'in-future': 'day in the future', 'no-disease': 'disease unknown',
  },
  unnamed: 'Vaccination without a name', takeOver_one: 'Take over {{count}} vaccination', takeOver_other: 'Take over {{count}} vaccinations', takeOverNone: 'Take over', chooseSome: 'Choose vaccinations.', confirmPerson: 'First confirm whom it is about.', nothingNew: 'Everything in the file is known here already.',
  giveOut: 'Give out records', giveOutTitle: 'Give out records of {{name}}', giveOutIntro: 'The file has all valid records of this person, earlier ones too. Who gives it out, and what for, is kept.',
  purpose: 'What for?', purposeHint: 'For example: information for the person', purposeShort: 'Write what the data are needed for.', format: 'Format', formats: { mio: 'German vaccination record (KBV MIO)', fhir: 'FHIR R4 for other programs' },
  formatNotes: { mio: 'for practices and vaccination apps', fhir: 'with address, expiry and site' }, create: 'Create the file', creating: 'Being created …', done_one: 'Given out: {{count}} record. The file is among your downloads.', done_other: 'Given out: {{count}} records. The file is among your downloads.',
  signInAgain: 'Sign in again', signInHint: 'Then open the person again and give out the records within five minutes.', offline: 'This works only with a connection.', filename: 'Vaccination records {{name}}',
}
