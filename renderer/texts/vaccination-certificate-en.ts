import type { vaccinationCertificateDe } from './vaccination-certificate-de.ts'

export const vaccinationCertificateEn: typeof vaccinationCertificateDe = {
  certificate: 'Certificate of vaccination', passLabel: 'Label', labels: 'Labels for the vaccination pass', signatures: 'Sheets to sign',
  offline: 'It is set at the town hall: there is no connection.', notTransferred: 'It is being transferred; afterwards it can be printed.', nothingChosen: 'Choose at least one.',
  awaited: 'Awaiting signature', awaitedCount_one: '{{count}} signature awaited', awaitedCount_other: '{{count}} signatures awaited', noneAwaited: 'All vaccinations of this day are signed.',
  hint: 'A record becomes valid only with the signature of the responsible person. Print the sheets, have them signed by hand, and note it here afterwards.',
  all: 'Select all', choose: 'Select', chooseOne: 'Select {{name}}', number: 'Number', name: 'Name', born: 'Born', vaccine: 'Vaccine, batch', at: 'Time',
  noteSigned_one: 'Note {{count}} as signed', noteSigned_other: 'Note {{count}} as signed', noteSignedNone: 'Note as signed', signedHint: 'Note only what lies signed on paper.', most: 'At most {{count}} at once.',
}
