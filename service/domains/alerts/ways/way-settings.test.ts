import { expect, test } from 'vitest'
import { readSettings } from '../../../settings.ts'

const SECRETS = { live: `whsec_${'A'.repeat(32)}`, drill: `whsec_${'B'.repeat(32)}` }

const problems = (environment: Readonly<Record<string, string>>): readonly string[] => {
  const read = readSettings(environment, ['--demo'])
  return read.ok ? [] : read.problems.map(problem => problem.split(/[ :]/)[0] ?? '')
}

test('nothing of it has to be set up', () => {
  expect(readSettings({}, ['--demo'])).toMatchObject({ ok: true, value: { dkimDomain: null, smsGatewayUrl: null, alertHooks: [], drillHooks: [] } })
})

test('several addresses are read one after the other', () => {
  const read = readSettings({ ALERT_HOOKS: ' https://one.example/a  https://two.example/b ', ALERT_HOOK_SECRET: SECRETS.live, SMS_GATEWAY_URL: 'http://127.0.0.1:8080/messages/', SMS_GATEWAY_TOKEN: 'token-of-the-gateway' }, ['--demo'])
  expect(read).toMatchObject({ ok: true, value: { alertHooks: ['https://one.example/a', 'https://two.example/b'], smsGatewayUrl: 'http://127.0.0.1:8080/messages' } })
})

test.each([
  ['words of a warning to another machine without encryption', { ALERT_HOOKS: 'http://one.example/', ALERT_HOOK_SECRET: SECRETS.live }, ['ALERT_HOOKS']],
  ['a password in an address', { SMS_GATEWAY_URL: 'https://user:pass@sms.example/', SMS_GATEWAY_TOKEN: 'token-of-the-gateway' }, ['SMS_GATEWAY_URL']],
  ['a secret that can be guessed', { ALERT_HOOKS: 'https://one.example/', ALERT_HOOK_SECRET: 'whsec_short' }, ['ALERT_HOOK_SECRET']],
  ['a hook without a secret', { ALERT_HOOKS: 'https://one.example/' }, ['ALERT_HOOK_SECRET']],
  ['a hook for drills without a secret', { DRILL_HOOKS: 'https://one.example/' }, ['DRILL_HOOK_SECRET']],
  ['a gateway without a token', { SMS_GATEWAY_URL: 'https://sms.example/' }, ['SMS_GATEWAY_TOKEN']],
  ['reports without a place to take them', { BOUNCE_DOMAIN: 'ruecklauf.tangerhuette.de' }, ['BOUNCE_DOMAIN']],
  ['reports by the web', { BOUNCE_DOMAIN: 'ruecklauf.tangerhuette.de', BOUNCE_LISTEN: 'http://127.0.0.1:2526' }, ['BOUNCE_LISTEN']],
  ['a contact that nobody can write to', { PUSH_CONTACT: 'it@tangerhuette.de' }, ['PUSH_CONTACT']],
  ['an address where a name is wanted', { PUSH_HOSTS: 'https://push.example/' }, ['PUSH_HOSTS']],
  ['half a signature', { MAIL_FROM: 'rathaus@tangerhuette.de', DKIM_DOMAIN: 'tangerhuette.de' }, ['DKIM_DOMAIN,']],
  ['a signature of somebody else', { MAIL_FROM: 'rathaus@tangerhuette.de', DKIM_DOMAIN: 'huette.de', DKIM_SELECTOR: 'a', DKIM_KEY_FILE: '/key' }, ['DKIM_DOMAIN']],
  ['drills where warnings go', { ALERT_HOOKS: 'https://one.example/', ALERT_HOOK_SECRET: SECRETS.live, DRILL_HOOKS: 'https://one.example/', DRILL_HOOK_SECRET: SECRETS.drill }, ['ALERT_HOOKS']],
  ['one secret for both', { ALERT_HOOKS: 'https://one.example/', ALERT_HOOK_SECRET: SECRETS.live, DRILL_HOOKS: 'https://two.example/', DRILL_HOOK_SECRET: SECRETS.live }, ['ALERT_HOOK_SECRET']],
] as const)('%s is refused', (_what, environment, names) => {
  expect(problems(environment)).toEqual(names)
})
