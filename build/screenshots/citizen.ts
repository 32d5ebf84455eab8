import { randomUUID } from 'node:crypto'
import { pagePdf } from '../../service/demo/page-pdf.ts'
import type { PortalClient } from '../simulate/portal-client.ts'

/** Registers a dog as a citizen does, and gives the id of the case. */
export async function submitDog(portal: PortalClient, answers: Readonly<Record<'firstName' | 'lastName' | 'locality' | 'dogName', string>>): Promise<string> {
  const { formVersion } = await portal.form('dog-registration')
  const form = {
    ...answers, birthDate: '1971-09-14', street: 'Bahnhofstraße', houseNumber: '12', postalCode: '39517', email: 'hund@example.org',
    breed: 'Deutscher Wachtelhund', dogSex: 'male', dogBirthDate: '2025-02-03', keptSince: '2026-11-01', chipNumber: '276098100123456',
    insurer: 'ÖSA', insuranceNumber: 'VS-100200', otherDogs: 0, isAssistanceDog: false, isTruthful: true,
  }
  const paper = { filename: 'versicherungsschein.pdf', mediaType: 'application/pdf', content: Buffer.from(pagePdf(['Versicherungsschein'])).toString('base64') }
  const { applicationId } = await portal.submit({ key: randomUUID(), serviceId: 'dog-registration', formVersion, form, attachments: [paper] })
  return applicationId
}
