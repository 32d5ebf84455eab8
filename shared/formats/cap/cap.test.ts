import { expect, test } from 'vitest'
import { problemsOfForm, problemsOfMeaning } from './check.ts'
import { branch, childrenOf, leaf, textOf, type Element } from './element.ts'
import { readTime } from './times.ts'
import { capXml, readXml } from './xml.ts'

const area = branch('area', [leaf('areaDesc', 'Tangerhütte'), leaf('circle', '52.435,11.8 3')])
const info = (...more: readonly Element[]): Element => branch('info', [
  leaf('language', 'de-DE'), leaf('category', 'Fire'), leaf('event', 'Brand'), leaf('urgency', 'Immediate'), leaf('severity', 'Severe'), leaf('certainty', 'Observed'),
  leaf('expires', '2026-11-22T23:38:00+01:00'), leaf('headline', 'Brand & Rauch <an der Bahn>'), leaf('description', 'Fenster zu'), ...more, area,
])
const alert = (changed: Readonly<Record<string, string | null>> = {}, infos: readonly Element[] = [info()]): Element => branch('alert', [
  ...Object.entries({ identifier: 'tangerhuette.1', sender: 'warnung@tangerhuette.example', sent: '2026-11-22T20:38:00+01:00', status: 'Actual', msgType: 'Alert', scope: 'Public', ...changed })
    .flatMap(([name, text]) => (text === null ? [] : [leaf(name, text)])),
  ...infos,
])
/** Our words with one of them another one. */
const replaced = (name: string, text: string): Element => branch('info', childrenOf(info()).map(child => (child.name === name ? leaf(name, text) : child)))
/** The same in another language. */
const translated = (name: string, text: string): Element => branch('info', childrenOf(replaced(name, text)).map(child => (child.name === 'language' ? leaf('language', 'en-GB') : child)))
const form = (element: Element) => problemsOfForm(element).map(({ path, code }) => `${path} ${code}`)
const meaning = (element: Element) => problemsOfMeaning(element).map(({ path, code }) => `${path} ${code}`)

test('a whole message is right, and comes back from its file as it was', () => {
  expect([form(alert()), meaning(alert())]).toEqual([[], []])
  expect(readXml(capXml(alert()))).toEqual(alert())
})

test.each([
  ['a time with Z', { sent: '2026-11-22T19:38:00Z' }, ['sent wrong-form']],
  ['a fraction of a second', { sent: '2026-11-22T20:38:00.000+01:00' }, ['sent wrong-form']],
  ['a blank in the identifier', { identifier: 'tanger huette' }, ['identifier wrong-form']],
  ['a comma in the sender', { sender: 'a,b' }, ['sender wrong-form']],
  ['an unknown status', { status: 'Live' }, ['status wrong-word']],
  ['no scope', { scope: null }, ['scope missing']],
  ['bare references', { references: 'one two' }, ['references wrong-form']],
  ['references without the offset of their time', { references: 'a,b,2026-11-22T20:38:00+01:00 c,d,2026-11-22T19:38:00Z' }, ['references wrong-form']],
  ['a month that is none', { sent: '2026-13-22T20:38:00+01:00' }, ['sent wrong-form']],
  ['an hour that is none', { sent: '2026-11-22T25:38:00+01:00' }, ['sent wrong-form']],
  ['something unknown', { colour: 'red' }, ['colour unknown-element']],
] as const)('%s is found', (_name, changed, problems) => {
  expect(form(alert(changed))).toEqual(problems)
})

test.each([
  ['three corners', info(branch('area', [leaf('areaDesc', 'Dorf'), leaf('polygon', '1,1 1,2 1,1')])), ['info/area/polygon wrong-form']],
  ['corners as other files have them', info(branch('area', [leaf('areaDesc', 'Dorf'), leaf('polygon', '1 1,1 2,2 2,1 1')])), ['info/area/polygon wrong-form']],
  ['a circle without a size', info(branch('area', [leaf('areaDesc', 'Dorf'), leaf('circle', '52.4,11.8')])), ['info/area/circle wrong-form']],
  ['a size with its unit', info(branch('area', [leaf('areaDesc', 'Dorf'), leaf('circle', '52.4,11.8 3 km')])), ['info/area/circle wrong-form']],
  ['a language by its name', replaced('language', 'Deutsch!'), ['info/language wrong-form']],
  ['no category', branch('info', childrenOf(info()).filter(({ name }) => name !== 'category')), ['info/category missing']],
] as const)('%s is found', (_name, changed, problems) => {
  expect(form(alert({}, [changed]))).toEqual(problems)
})

test('what comes too early, too often or too deep is found', () => {
  const [identifier, sender, ...rest] = childrenOf(alert())
  expect(form(branch('alert', [sender as Element, identifier as Element, ...rest]))).toEqual(['identifier out-of-order'])
  expect(form(branch('alert', [...childrenOf(alert()).slice(0, 1), ...childrenOf(alert())]))).toEqual(['identifier twice'])
  expect(form(alert({}, [leaf('info', 'Feuer')]))).toEqual(['info text-in-between'])
})

test.each([
  ['an update of nothing', alert({ msgType: 'Update' }), ['references references-missing']],
  ['a taking back of nothing', alert({ msgType: 'Cancel' }), ['references references-missing']],
  ['two languages of two weights', alert({}, [info(), translated('severity', 'Minor')]), ['info infos-differ']],
  ['two languages of two certainties', alert({}, [info(), translated('certainty', 'Likely')]), ['info infos-differ']],
  ['two languages of two ends', alert({}, [info(), translated('expires', '2026-11-22T23:39:00+01:00')]), ['info infos-differ']],
  ['a text that is its headline', alert({}, [replaced('description', 'Brand & Rauch <an der Bahn>')]), ['info/headline headline-repeats']],
  ['no end', alert({}, [branch('info', childrenOf(info()).filter(({ name }) => name !== 'expires'))]), ['info/expires expires-missing']],
  ['an end before it was sent', alert({ sent: '2026-11-22T23:39:00+01:00' }), ['info/expires expires-before-sent']],
  ['no area', alert({}, [branch('info', childrenOf(info()).filter(({ name }) => name !== 'area'))]), ['info/area area-missing']],
  ['an area nobody can place', alert({}, [info(branch('area', [leaf('areaDesc', 'Dorf')]))]), ['info/area area-without-shape']],
  ['an area that is its whole region besides', alert({}, [info(branch('area', [leaf('areaDesc', 'Dorf'), leaf('circle', '52.4,11.8 3'), branch('geocode', [leaf('valueName', 'SHN'), leaf('value', '150900546546')])]))]), ['info/area/geocode area-widened']],
  ['a begin after the end', alert({}, [branch('info', childrenOf(info()).flatMap(child => (child.name === 'expires' ? [leaf('onset', '2026-11-22T23:38:00+01:00'), child] : [child])))]), ['info/onset onset-after-expires']],
  ['what speaks of itself', alert({ references: 'a,tangerhuette.1,2026-11-22T20:38:00+01:00' }, [info()]), ['references refers-to-itself']],
  ['an open shape', alert({}, [info(branch('area', [leaf('areaDesc', 'Dorf'), leaf('polygon', '1,1 1,2 2,2 2,1')]))]), ['info/area/polygon polygon-open']],
  ['one language twice', alert({}, [info(), info()]), ['info/language language-twice']],
  ['nothing said', alert({}, []), ['info info-missing']],
] as const)('%s passes the schema and is found all the same', (_name, element, problems) => {
  expect([form(element), meaning(element)]).toEqual([[], problems])
})

test.each([
  ['a document type', '<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert><note>&x;</note></alert>'],
  ['a bomb', '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><alert><note>&c;</note></alert>'],
  ['two roots', '<alert/><alert/>'],
  ['half a file', '<alert><identifier>1</ident'],
  ['no XML', 'Sturm kommt'],
  ['nothing', ''],
  ['a message beneath thirty others', `${'<alert>'.repeat(30)}${'</alert>'.repeat(30)}`],
  ['a message beneath many thousand others', `${'<alert>'.repeat(50_000)}${'</alert>'.repeat(50_000)}`],
  ['names that programs keep for themselves', '<alert><__proto__>x</__proto__></alert>'],
  ['too much', `<alert><note>${'a'.repeat(1_000_001)}</note></alert>`],
])('%s is refused', (_name, text) => {
  expect(readXml(text)).toBeNull()
})

test('an inclusion is an element nobody knows, and an entity of nobody’s stays as it is written', () => {
  const read = readXml('<alert xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/><note>&x; &#228; &amp;lt;</note></alert>')
  expect(read && form(read)).toContain('include unknown-element')
  expect(read && textOf(read, 'note')).toBe('&x; ä &lt;')
})

test('what XML cannot hold is left out, and the rest comes back', () => {
  const element = branch('alert', [leaf('note', 'a\u0000b\u001b"\'c\ud800d🔥')])
  expect(readXml(capXml(element))).toEqual(branch('alert', [leaf('note', 'ab"\'cd🔥')]))
})

test('characters that nothing can hold are left out of what others write, however they are written', () => {
  const read = readXml('<alert><note>a&#0;b&#xD800;c&#x1F525;&#x110000;d</note></alert>')
  expect(read && textOf(read, 'note')).toBe('abc🔥d')
})

test.each([
  '2026-11-22T19:38:00Z', '2026-11-22T20:38:00.000+01:00', '2026-11-22T20:38:00+01:00', '2026-11-22T20:38:00+0100', ' 2026-11-22T20:38+01:00 ', '2026-11-22T20:38:00', '2026-11-22 20:38:00', '2026-11-22T19:38:00-00:00',
])('%s is the same moment', text => {
  expect(readTime(text)).toBe('2026-11-22T19:38:00.000Z')
})

test.each(['bald', '1', '2026-11-22', '2026-02-31T10:00:00Z', '+275760-09-13T00:00:00Z', 'Sun, 22 Nov 2026 19:38:00 GMT', '2026-11-22T20:38:00+99:00'])('%s is no time', text => {
  expect(readTime(text)).toBeNull()
})
