import { expect, test } from 'vitest'
import { readWarning, referencesIn } from './official-warning.ts'

const cap = (more = '', info = '') => `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>2.49.0.0.276.0.DWD.1</identifier><sender>opendata@dwd.example</sender><sent>2026-11-22T18:02:00+01:00</sent>
<status>Actual</status><msgType>Alert</msgType><scope>Public</scope>${more}
<info><language>en-GB</language><event>STORM</event><headline>Storm</headline></info>
<info><language>de-DE</language><category>Met</category><event>STURMBÖEN</event>${info}<urgency>Immediate</urgency><severity>Moderate</severity><certainty>Likely</certainty>
<expires>2026-11-23T01:00:00+01:00</expires><senderName>Wetterdienst</senderName><headline>Amtliche WARNUNG vor STURMBÖEN</headline><description>Böen bis 70 km/h &amp; mehr.&lt;br/&gt;Aus West.</description>
<area><areaDesc>Kreis Stendal</areaDesc></area><area><areaDesc>Kreis Stendal</areaDesc></area></info></alert>`

test('a warning of the weather service is read in German, with its time in UTC and without markup', () => {
  expect(readWarning(cap())).toEqual({
    source: 'cap', identifier: '2.49.0.0.276.0.DWD.1', senderName: 'Wetterdienst', sentAt: '2026-11-22T17:02:00.000Z', endsAt: '2026-11-23T00:00:00.000Z', event: 'STURMBÖEN', severity: 'Moderate',
    headline: 'Amtliche WARNUNG vor STURMBÖEN', text: 'Böen bis 70 km/h & mehr.\nAus West.', instruction: '', areaNames: ['Kreis Stendal'], isTest: false, isAllClear: false, refersTo: [],
  })
})

test('an all-clear, a test and references in every form are known for what they are', () => {
  expect(readWarning(cap('', '<responseType>AllClear</responseType>'))).toMatchObject({ isAllClear: true })
  expect(['Actual', 'Exercise', 'Test', 'System', 'Draft', 'actual'].map(status => readWarning(cap().replace('Actual', status))?.isTest)).toEqual([false, true, true, true, true, false])
  expect(referencesIn('opendata@dwd.example,2.49.1,2026-11-22T18:02:00+01:00 mow.DE-1 mow.DE-2')).toEqual(['2.49.1', 'mow.DE-1', 'mow.DE-2'])
})

test('what the federal app is told is read as well', () => {
  const nina = {
    identifier: 'mow.DE-ST-SDL-1', sender: 'DE-NRW', sent: '2026-11-22T18:02:00+01:00', status: 'Actual', msgType: 'Update', references: 'mow.DE-ST-SDL-0', scope: 'Public',
    info: [{ language: 'de', event: 'Gefahreninformation', severity: 'Minor', headline: 'Entwarnung: Rauchgase', description: 'Aufgehoben.<br/>Danke.', area: [{ areaDesc: 'Tangerhütte' }] }],
  }
  expect(readWarning(JSON.stringify(nina))).toMatchObject({
    source: 'nina', identifier: 'mow.DE-ST-SDL-1', headline: 'Entwarnung: Rauchgase', text: 'Aufgehoben.\nDanke.', endsAt: null, isAllClear: true, refersTo: ['mow.DE-ST-SDL-0'], areaNames: ['Tangerhütte'],
  })
})

test('what takes a warning back need not say it all again; what only answers a message is no warning', () => {
  const bare = (msgType: string) => readWarning(cap('<note>Fehlalarm</note><references>opendata@dwd.example,2.49.1,2026-11-22T18:02:00+01:00</references>').replace('>Alert<', `>${msgType}<`).replaceAll(/<info>[^]*<\/info>/g, ''))
  expect(bare('Cancel')).toMatchObject({ headline: 'Fehlalarm', isAllClear: true, refersTo: ['2.49.1'], endsAt: null })
  expect([bare('Alert'), bare('Ack')]).toEqual([null, null])
  expect(['Ack', 'Error'].map(msgType => readWarning(cap().replace('>Alert<', `>${msgType}<`)))).toEqual([null, null])
})

test('who says so and what to do stand where the federal system puts them', () => {
  const parameters = [['sender_langname', 'Landkreis Stendal'], ['instructionText', 'Kochen Sie das Wasser ab.']] as const
  const written = parameters.map(([name, value]) => `<parameter><valueName>${name}</valueName><value>${value}</value></parameter>`).join('')
  const told = { senderName: 'Landkreis Stendal', instruction: 'Kochen Sie das Wasser ab.' }
  expect(readWarning(cap('', written).replace('<senderName>Wetterdienst</senderName>', ''))).toMatchObject(told)
  expect(readWarning(JSON.stringify({ identifier: 'mow.1', sender: 'DE-ST-W099', sent: '2026-11-22T18:02:00+01:00', info: [{ headline: 'Wasser', parameter: parameters.map(([valueName, value]) => ({ valueName, value })) }] }))).toMatchObject(told)
})

test('what is empty, of another kind or cannot be held costs nothing of the rest', () => {
  const odd = { identifier: 'mow.1', sender: null, sent: '2026-11-22T18:02:00Z', references: null, info: [{ language: 7, headline: 'Ra\u0000uch\ud800', expires: null, severity: 'Furchtbar', responseType: 'AllClear', area: [null, { areaDesc: 'Uetz' }], parameter: {} }] }
  expect(readWarning(`\ufeff${JSON.stringify(odd)}`)).toMatchObject({ headline: 'Rauch', endsAt: null, severity: 'Unknown', areaNames: ['Uetz'], senderName: '', isAllClear: false, refersTo: [] })
  expect(readWarning(`\ufeff${cap()}`)).toMatchObject({ event: 'STURMBÖEN' })
  expect(readWarning(cap().replace('Amtliche WARNUNG', 'Entwarnung'))).toMatchObject({ isAllClear: true })
})

test.each([
  ['nothing', ''], ['a page', '<html><body>404</body></html>'], ['half a file', cap().slice(0, 400)], ['a document type', `<!DOCTYPE x>${cap().slice(38)}`], ['no JSON', '{"identifier":'],
  ['JSON of something else', '{"features":[]}'], ['no time', JSON.stringify({ identifier: 'x', sent: 'gestern', info: [{}] })], ['no words', cap().replaceAll(/<info>[^]*<\/info>/g, '')],
])('%s is no warning', (_name, text) => {
  expect(readWarning(text)).toBeNull()
})
