import type { CaseDelivery, DeliveryLine } from '../../../../../shared/contract/notice-deliveries.ts'
import { decisionFacts, decisionWay, laterDecisionDay, lawOfDecision, type DecisionLetter } from '../../../../../shared/domains/notices/decision-delivery.ts'
import { readsMailbox } from '../../../../../shared/domains/people/reads-mailbox.ts'
import type { ApplicationId, AttachmentId } from '../../../../../shared/ids.ts'
import type { JsonObject } from '../../../../../shared/json.ts'
import type { RowOf } from '../../../../../shared/tables.ts'
import type { Instant } from '../../../../../shared/time.ts'
import type { Database } from '../../../cache/database.ts'
import { getEffective } from '../../../cache/rows.ts'
import { statement } from '../../../cache/statements.ts'
import { readOnce } from '../read-once.ts'

// Only the service makes letters and provides them: what a person has not sent yet changes nothing here.
const lettersSql = (condition: string): string => `
  SELECT letters.id, letters.filename, letters.added_at, messages.provided_at, messages.retrieved_at, letters.application_id, applications.reference, applications.applicant_name, applications.service_id, applications.channel,
    iif(applications.channel = 'portal', NULL, applications.form_id) AS form_id, iif(applications.channel = 'portal', NULL, applications.form) AS form
  FROM attachments AS letters JOIN applications ON applications.id = letters.application_id
    LEFT JOIN messages ON messages.application_id = letters.application_id AND instr(messages.attachment_ids, letters.id) > 0
  WHERE letters.kind = 'letter' AND ${condition}`
const OF_ALL = lettersSql('1 = 1')
const OF_CASE = `${lettersSql('letters.application_id = @applicationId')} ORDER BY letters.added_at, letters.id`

interface Found {
  readonly id: string
  readonly filename: string
  readonly added_at: Instant
  readonly provided_at: Instant | null
  readonly retrieved_at: Instant | null
  readonly application_id: string
  readonly reference: string
  readonly applicant_name: string
  readonly service_id: string
  readonly channel: RowOf<'applications'>['channel']
  readonly form_id: string | null
  readonly form: string | null
}

const letterOf = ({ id, filename, added_at, provided_at, retrieved_at }: Found): DecisionLetter => ({ id: id as AttachmentId, filename, addedAt: added_at, providedAt: provided_at, retrievedAt: retrieved_at })

/** The letters of one case, decisions and certificates, with what the legal clock needs, the newest first. */
export function deliveriesOfCase(db: Database, applicationId: string): CaseDelivery[] {
  const found = statement(db, OF_CASE).all({ applicationId }) as Found[]
  const [first] = found
  const service = first && getEffective(db, 'services', first.service_id)
  if (!service) return []
  const ruleSetId = lawOfDecision(service.legalBasis)
  const isRead = mayRead(first, createFound(db))
  const letters = found.map(letterOf)
  return letters.map(letter => ({
    id: letter.id, filename: letter.filename, ...decisionWay(letter, isRead), facts: isRead ? [...decisionFacts(letter)] : [], ruleSetId, laterDecisionOn: laterDecisionDay(letter, letters),
  })).toReversed()
}

/** The letters in all cases of this desk, as lines of the ledger. */
export function decisionLines(db: Database): DeliveryLine[] {
  const find = createFound(db)
  return (statement(db, OF_ALL).all() as Found[]).flatMap(found => {
    const service = find.service(found.service_id)
    return service ? [{
      id: found.id as AttachmentId, runId: null, applicationId: found.application_id as ApplicationId, name: found.applicant_name, reference: found.reference, kindTitle: service.title.de,
      ...decisionWay(letterOf(found), mayRead(found, find)), registered: null, letterId: '',
    }] : []
  })
}

interface Find {
  readonly service: (id: string) => RowOf<'services'> | undefined
  readonly form: (id: string) => RowOf<'forms'> | undefined
}

const createFound = (db: Database): Find => ({ service: readOnce(id => getEffective(db, 'services', id)), form: readOnce(id => getEffective(db, 'forms', id)) })

function mayRead({ channel, form_id, form }: Found, find: Find): boolean {
  const asked = form_id === null ? undefined : find.form(form_id)
  return !asked || form === null || readsMailbox({ channel, form: JSON.parse(form) as JsonObject }, asked)
}
