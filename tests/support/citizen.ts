import { randomUUID } from 'node:crypto'
import type * as z from 'zod'
import { createPortalClient, type PortalClient } from '../../build/simulate/portal-client.ts'
import { pagePdf } from '../../service/demo/page-pdf.ts'
import type { ApplicationId } from '../../shared/ids.ts'
import type { JsonObject } from '../../shared/json.ts'
import type { Receipt } from '../../shared/wire/public.ts'

export interface Submitted extends z.infer<typeof Receipt> {
  readonly applicationId: ApplicationId
}

/** Citizens as a portal hands their applications over, by HTTP alone. */
export interface Citizens {
  readonly portal: PortalClient
  /** Registers a dog; the answers stand in for the usual ones. */
  registerDog(answers?: JsonObject, paper?: readonly string[]): Promise<Submitted>
}

export function citizensOf(serviceUrl: string): Citizens {
  const portal = createPortalClient({ serviceUrl, fetch, pause: ms => new Promise(resolve => setTimeout(resolve, ms)) })
  return {
    portal,
    registerDog: async (answers = {}, paper = ['Impfausweis']) => {
      const { formVersion } = await portal.form('dog-registration')
      const attachment = { filename: 'impfausweis.pdf', mediaType: 'application/pdf', content: Buffer.from(pagePdf(paper)).toString('base64') }
      return portal.submit({
        key: randomUUID(), serviceId: 'dog-registration', formVersion, form: { ...USUAL, ...answers }, attachments: [attachment],
      })
    },
  }
}

const USUAL = {
  firstName: 'Gerda', lastName: 'Wiesenthal', birthDate: '1961-04-09', street: 'Birkholzer Chaussee', houseNumber: '7a', postalCode: '39517',
  locality: 'Lüderitz', email: 'gerda.wiesenthal@example.org', dogName: 'Bruno', breed: 'Dackel', dogSex: 'male', dogBirthDate: '2025-02-03',
  keptSince: '2025-04-01', chipNumber: '276098100123456', insurer: 'ÖSA', insuranceNumber: 'VS-100200', otherDogs: 0, isAssistanceDog: false,
  isTruthful: true,
} as const
