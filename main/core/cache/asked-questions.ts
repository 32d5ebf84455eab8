import { questionsReader } from '../../../shared/domains/reports/asked.ts'
import type { Bilingual } from '../../../shared/json.ts'
import type { Database } from './database.ts'

/**
 * Which case was asked for what: service, case, and the German label of a question or document, empty where the words are
 * none of the form's. The service's rows alone; the condition is about `application_events` and, as `asked`, its case.
 */
export const askedSql = (condition: string): string => `SELECT service_id, named.value ->> 0 AS application_id, named.value ->> 1 AS label
  FROM (SELECT asked.service_id, questions_named(json_group_array(json_array(application_id, text)), sections, documents) AS found
    FROM application_events INDEXED BY application_events_asked CROSS JOIN applications AS asked ON asked.id = application_id
      LEFT JOIN forms ON forms.id = asked.form_id LEFT JOIN services ON services.id = asked.service_id
    WHERE kind = 'asked' AND ${condition} GROUP BY asked.service_id, asked.form_id), json_each(found) AS named`

type Asked = readonly [applicationId: string, text: string | null]
interface Section {
  readonly fields: readonly { readonly label: Bilingual }[]
}

/** For `askedSql` alone: no index and no trigger may rest on it. All requests of one form at once, since each call costs. */
export function defineQuestionsNamed(db: Database): void {
  db.function('questions_named', { deterministic: true, directOnly: true }, (asked: string, sections: string | null, documents: string | null) => {
    const inForm = (JSON.parse(sections ?? '[]') as readonly Section[]).flatMap(({ fields }) => fields.map(({ label }) => label))
    const read = questionsReader([...inForm, ...(JSON.parse(documents ?? '[]') as readonly Bilingual[])])
    const named = (JSON.parse(asked) as readonly Asked[]).flatMap(([id, text]) => {
      const labels = read(text ?? '')
      return labels.length > 0 ? labels.map(({ de }) => [id, de]) : [[id, '']]
    })
    return JSON.stringify(named)
  })
}
