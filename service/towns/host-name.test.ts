import { expect, test } from 'vitest'
import { hostNameIn } from './host-name.ts'

test.each([
  ['tangerhuette.example.de', 'tangerhuette.example.de'], ['Tangerhuette.Example.DE:8443', 'tangerhuette.example.de'], ['tangerhuette.example.de.', 'tangerhuette.example.de'],
  ['localhost:80', 'localhost'], ['127.0.0.1:5000', '127.0.0.1'],
  [undefined, null], ['', null], ['[::1]:80', null], ['a.de:port', null], ['a.de/x', null], ['a@b.de', null], ['a..de', null], ['-a.de', null], ['a.de, b.de', null], ['x'.repeat(300), null], ['tangerhütte.de', null],
])('%j names %j', (header, name) => {
  expect(hostNameIn(header)).toBe(name)
})
