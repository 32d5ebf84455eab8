import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { emailPattern } from './email-pattern.ts'

const LINES = ['Böschungsbrand: Fenster & Türen schließen.', '.Punkt am Anfang', 'a=b=3D', 'From hier an', 'Grüße '.repeat(40), '', '-- ', 'Abmelden:']
const common = {
  from: { name: 'Stadt Tangerhütte', address: 'warnung@tangerhuette.example' }, subject: 'Böschungsbrand an der Bahn in Tangerhütte, und noch viel mehr, als in eine Zeile passt',
  text: `${LINES.join('\n')}\n`, headers: { 'Auto-Submitted': 'auto-generated', 'X-Alert-Identifier': 'tangerhuette.1' },
}
const link = (which: string): string => `https://rathaus.example/portal/info/${which.repeat(43)}`
const own = (which: string) => ({ messageId: `<${which}@tangerhuette.example>`, address: `${which}@example.org`, links: { seen: link(which), ended: `${link(which)}/end` } })

test('everybody gets the same words with their own name of the message, address and links, and nothing of anybody else', async () => {
  const pattern = await emailPattern(common, true)
  const mails = ['a', 'b'].map(which => pattern(own(which)))
  for (const [which, mail] of [['a', mails[0] ?? ''], ['b', mails[1] ?? '']] as const) {
    const { messageId, links } = own(which)
    const read = await PostalMime.parse(mail)
    expect(read).toMatchObject({ messageId, from: common.from, to: [{ name: '', address: `${which}@example.org` }], subject: common.subject })
    expect(read.text?.trimEnd().split('\n').map(line => line.trimEnd())).toEqual([...LINES.map(line => line.trimEnd()), links.seen])
    const headers = new Map(read.headers.map(({ key, value }) => [key, value]))
    expect([headers.get('list-unsubscribe'), headers.get('list-unsubscribe-post'), headers.get('x-alert-identifier')]).toEqual([`<${links.ended}>`, 'List-Unsubscribe=One-Click', 'tangerhuette.1'])
    expect(mail, 'no stand-in is left').not.toContain('stand-in')
  }
  expect(mails[0]).not.toContain('b@example.org')
  expect(mails[0]).not.toContain('b'.repeat(20))
})

test('where nobody subscribed there is no link and no header for one, and every line ends and is as short as mail wants it', async () => {
  const alone = (await emailPattern(common, false))({ ...own('a'), links: null })
  const linked = (await emailPattern(common, true))(own('a'))
  expect(alone).not.toMatch(/List-Unsubscribe|rathaus\.example/)
  for (const mail of [alone, linked]) {
    const lines = mail.split('\r\n')
    expect([lines.at(-1), lines.some(line => /[\r\n]/.test(line)), Math.max(...lines.map(line => line.length)) < 200]).toEqual(['', false, true])
    expect(Math.max(...mail.slice(mail.indexOf('\r\n\r\n')).split('\r\n').map(line => line.length))).toBeLessThanOrEqual(76)
  }
})
