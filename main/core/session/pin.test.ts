import { expect, test } from 'vitest'
import { checkPin, keyFromPin } from './pin.ts'

test.each(['12345', '12345a', '', '123456', '654321', '111111', '000000', '135791', '901234', '121212', '123123', '12121212', '１２３４５９'])('refuses %j', pin => {
  expect(checkPin(pin)).toEqual({ ok: false, error: { code: 'session/pin-too-simple', facts: { shortest: 6 } } })
})

test.each(['482913', '193755', '112233', '0918273645'])('takes %j', pin => {
  expect(checkPin(pin)).toEqual({ ok: true, value: pin })
})

test('the key is the one that any Argon2id gives (19 MiB, two passes), and another for each salt', async () => {
  const key = await keyFromPin('482913', new Uint8Array(16).fill(7))
  expect(Buffer.from(key).toString('hex')).toBe('a126401b8ea74ba2f8c2f471184ff2a85005875034f1708b0d36fe11de12fcd1')
  expect(await keyFromPin('482913', new Uint8Array(16).fill(8))).not.toEqual(key)
})
