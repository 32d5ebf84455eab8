import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { townForCitizens, type TestTown } from '../intake/testing.ts'
import { citizensApp, posting } from './testing.ts'

let town: TestTown
let app: FastifyInstance
beforeAll(async () => {
  town = await townForCitizens()
  app = await citizensApp(town)
  return async () => {
    await app.close()
    await town.database.close()
  }
})

const FIELDS = {
  formVersion: '2', 'field.firstName': 'Änne', 'field.lastName': 'Großkopf', 'field.locality': 'luederitz', 'field.email': 'aenne@example.org',
  'field.dogName': 'Bello', 'field.bornOn': '2024-02-29', 'field.weight': '12,5', 'field.otherDogs': '', 'field.isTruthful': 'true',
}

const SERVICE = '/portal/services/dog-registration'

const post = async (url: string, fields: Readonly<Record<string, string | File>>) =>
  app.inject({ method: 'POST', url, ...(await posting(fields)) })

const get = (url: string) => app.inject({ method: 'GET', url })

async function submitted(): Promise<string> {
  const answer = await post(SERVICE, { ...FIELDS, key: randomUUID() })
  return new URL(answer.headers.location as string, 'http://localhost').pathname
}

const textOf = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('the services are listed in both languages, without those that are closed', async () => {
  const german = await get('/portal')
  expect(german.body).toContain('<html lang="de">')
  expect(german.body).toContain(`<a href="${SERVICE}">Hundeanmeldung</a>`)
  expect(german.body).not.toContain('closed-service')
  expect((await get('/portal?lang=en')).body).toContain(`<a href="${SERVICE}?lang=en">Dog registration</a>`)
})

test('a service that was withdrawn says so, and takes nothing more', async () => {
  const { statusCode, body } = await get('/portal/services/closed-service')
  expect({ statusCode, text: textOf(body) }).toMatchObject({ statusCode: 410, text: expect.stringContaining('Diese Leistung wird nicht mehr angeboten') })
  expect((await post('/portal/services/closed-service', { ...FIELDS, key: randomUUID() })).statusCode).toBe(410)
})

test('a service says what it is about, what to hand in, what it costs and whom to ask, in both languages', async () => {
  const german = textOf((await get(SERVICE)).body)
  expect(german).toContain('Wer einen Hund hält, meldet ihn an. Das brauchen Sie Impfausweis Das kostet es Hundemarke 5,00 € Anmeldung kostenlos Wen Sie fragen können')
  expect(textOf((await get(`${SERVICE}?lang=en`)).body)).toContain('What it costs Dog tag €5.00 Registration free of charge Whom to ask Contact Steuern Telephone 03935 000000')
})

test('a form is made of its schema: each question with label, kind and help', async () => {
  const { body } = await get(SERVICE)
  expect(body).toContain('<label for="field-firstName">Vorname</label><input id="field-firstName" name="field.firstName" aria-required="true" type="text" autocomplete="given-name" maxlength="80"')
  expect(body).toContain('<option value="luederitz">Lüderitz</option>')
  expect(body).toMatch(/<input id="field-bornOn"[^>]* type="date"/)
  expect(body).toMatch(/<input id="field-otherDogs"[^>]* type="number" step="1" inputmode="numeric" min="0" max="20"/)
  expect(body).toMatch(/<textarea id="field-remarks"[^>]* maxlength="2000"/)
  expect(body).toMatch(/<input id="field-isTruthful"[^>]* type="checkbox" value="true"/)
  expect(body).toMatch(/<fieldset[^>]*role="radiogroup"[^>]*><legend>Assistenzhund <span class="optional">\(freiwillig\)/)
  expect(body).toContain('<p class="help" id="field-chipNumber-help">15 Ziffern</p>')
  expect(body).toMatch(/<input id="field-chipNumber"[^>]* aria-describedby="field-chipNumber-help"/)
  expect(body).toContain('enctype="multipart/form-data" novalidate')
})

test('pages run no script, load nothing from elsewhere, and do not give their address away', async () => {
  const { headers, body } = await get(SERVICE)
  expect(headers['content-security-policy']).toBe("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
  expect(headers['referrer-policy']).toBe('no-referrer')
  expect(body).not.toMatch(/<script|style="|https?:\/\//)
  expect((await get('/portal/style.css')).headers['content-type']).toContain('text/css')
})

test('a form sent twice makes one application and leads to its mailbox both times', async () => {
  const key = randomUUID()
  const fields = { ...FIELDS, key, files: new File(['%PDF-1.7\n'], 'ausweis.pdf', { type: 'application/pdf' }) }
  const answers = [await post(SERVICE, fields), await post(SERVICE, fields)]
  expect(answers.map(answer => answer.statusCode)).toEqual([303, 303])
  const [first, second] = answers.map(answer => answer.headers.location as string)
  expect(second).toBe(first)
  const page = await get(first ?? '')
  expect(textOf(page.body)).toContain('Ihr Antrag ist eingegangen.')
  expect(textOf(page.body)).toMatch(/Aktenzeichen TGH-2026-\d{6} Antrag Hundeanmeldung: Bello Stand eingegangen/)
  const kept = await town.database.db.selectFrom('applications').select(['form', 'attachment_count']).execute()
  expect(kept.at(-1)).toMatchObject({ form: { weight: 12.5, isTruthful: true }, attachment_count: 1 })
  expect(kept.at(-1)?.form).not.toHaveProperty('otherDogs')
})

test('what is wrong is told at the top and at each field, and what was typed stays', async () => {
  const answer = await post(SERVICE, { ...FIELDS, key: randomUUID(), 'field.dogName': '"><b>', 'field.lastName': '', 'field.bornOn': '2025-02-29' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('<title>Fehler: Hundeanmeldung')
  expect(answer.body).toContain('<div class="problems" role="alert">')
  expect(answer.body).toContain('<a href="#field-lastName">Nachname</a>: Bitte ausfüllen.')
  expect(answer.body).toContain('<p class="problem" id="field-lastName-problem">Fehler: Bitte ausfüllen.</p>')
  expect(answer.body).toMatch(/<input id="field-lastName"[^>]* aria-describedby="field-lastName-problem" aria-invalid="true"/)
  expect(answer.body).toContain('<a href="#field-bornOn">Geburtsdatum des Hundes</a>: Bitte ein Datum angeben')
  expect(answer.body).toContain('value="&quot;&gt;&lt;b&gt;"')
  expect(answer.body).not.toContain('<b>')
})

test('a box that is not ticked and a number that is none are named', async () => {
  const { 'field.isTruthful': _, ...fields } = FIELDS
  const answer = await post(`${SERVICE}?lang=en`, { ...fields, key: randomUUID(), 'field.weight': 'heavy' })
  expect(textOf(answer.body)).toContain('Meine Angaben sind wahr. (en) : Please confirm.')
  expect(textOf(answer.body)).toContain('Gewicht (en) : Please give a number.')
})

test('a forbidden file, an old form and a used-up key are told in words', async () => {
  const key = randomUUID()
  const program = new File(['MZ\u0090\u0000'], 'brief.pdf', { type: 'application/pdf' })
  expect(textOf((await post(SERVICE, { ...FIELDS, key, files: program })).body)).toContain('Die Datei „brief.pdf“ kann nicht angenommen werden.')
  expect(textOf((await post(SERVICE, { ...FIELDS, key, formVersion: '1' })).body)).toContain('Das Formular wurde inzwischen geändert (Transpondernummer).')
  expect((await post(SERVICE, { ...FIELDS, key })).statusCode).toBe(303)
  const reused = await post(SERVICE, { ...FIELDS, key, 'field.dogName': 'Luna' })
  expect(textOf(reused.body)).toContain('Dieses Formular wurde schon abgeschickt.')
  expect(reused.body).not.toContain(key)
})

test('a message counts as opened when the citizen opens it, not when the page is fetched', async () => {
  const mailbox = await submitted()
  const before = await get(mailbox)
  expect(before.body).not.toContain('Ihr Aktenzeichen lautet')
  const action = /action="([^"]+\/retrieval)"/.exec(before.body)?.[1] ?? ''
  town.clock.set(Date.UTC(2026, 10, 22, 11, 0))
  const answer = await post(action, {})
  expect(answer.statusCode).toBe(303)
  const after = await get(answer.headers.location as string)
  expect(textOf(after.body)).toContain('Ihr Aktenzeichen lautet')
  expect(textOf(after.body)).toContain('Geöffnet am 22. November 2026 um 12:00')
})

test('a citizen can write back; an empty message is told', async () => {
  const mailbox = await submitted()
  const empty = await post(`${mailbox}/messages`, { messageId: randomUUID(), text: '  ' })
  expect(empty.statusCode).toBe(422)
  expect(textOf(empty.body)).toContain('Fehler: Bitte schreiben Sie einen Text.')
  const sent = await post(`${mailbox}/messages`, { messageId: randomUUID(), text: 'Wann ist es soweit?\r\nGruß' })
  expect(sent.headers.location).toBe(`${mailbox}?done=sent`)
  expect((await get(`${mailbox}?done=sent`)).body).toContain('Wann ist es soweit?\nGruß')
})

test('unknown services and mailboxes get a page that says what to do', async () => {
  const nobody = 'x'.repeat(43)
  const addresses = ['/portal/services/marriage', `/portal/mailboxes/${nobody}`]
  for (const address of addresses) {
    const answer = await get(address)
    expect(answer.statusCode).toBe(404)
    expect(textOf(answer.body)).toContain('Bitte prüfen Sie den Link.')
  }
  expect((await post(`/portal/mailboxes/${nobody}/messages/${randomUUID()}/retrieval`, {})).statusCode).toBe(404)
  expect((await post(`/portal/mailboxes/${nobody}/messages`, { text: 'Hallo' })).statusCode).toBe(404)
})

test('a body that is no form is refused, not a failure', async () => {
  const answer = await app.inject({ method: 'POST', url: SERVICE, headers: { 'content-type': 'multipart/form-data' }, payload: 'rubbish' })
  expect(answer.statusCode).toBe(400)
})
