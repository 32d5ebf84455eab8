import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressKeyOf, evidenceOf, isOfPerson, isSamePerson, phoneKeyOf, type Contact } from './contact.ts'
import { likenessOfPersons } from './duplicates.ts'
import { contactOfForm } from './form-contact.ts'
import { isOrganisation, nameKeyOf, soundOf } from './names.ts'

const aContact = (more: Partial<Contact>): Contact => ({ name: 'Anna Müller', birthDay: null, email: null, phone: null, address: null, account: null, ...more })
const known = (more: Partial<Contact>) => evidenceOf(aContact(more))

test.each([
  ['Müller', 'Mueller'], ['Anna Müller', 'MÜLLER, Anna'], ['Dr. Anna-Lena Groß', 'Annalena Gross'], ['Łukasz Núñez', 'Lukasz Nunez'], ["O'Brien", 'O’Brien'], ['Weiß-Fuchs', 'weiss fuchs'],
  ['Strauß', 'STRAUSS'], ['Nguyễn Thị Đào', 'Nguyen Thi Dao'], ['Mu\u0308ller', 'Müller'], ['Prof. Dr. med. Anna Müller', 'Frau Anna Müller'], ['Dipl.-Ing. Jens Öz', 'Jens Oez'],
])('%s and %s are one name', (one, other) => expect(nameKeyOf(one)).toBe(nameKeyOf(other)))

test.each([
  ['Müller', 'Muller'], ['Phil Krause', 'Krause'], ['Nat Krause', 'Krause'], ['Nat Krause', 'Phil Krause'], ['Anna Müller', 'Anna Müller-Schmidt'], ['Анна Мюллер', 'Anna Müller'], ['Jens Krause', 'Jens Krause jun.'],
])('%s and %s are two names', (one, other) => expect(nameKeyOf(one)).not.toBe(nameKeyOf(other)))

test.each([['Meyer', 'Maier'], ['Müller', 'Muller'], ['Schmidt', 'Schmitt'], ['Philipp', 'Filip'], ['Иванова', 'Ivanova'], ['Иванова', 'Iwanowa'], ['Ольга', 'Olga'], ['Шевченко', 'Schewtschenko']])('%s sounds like %s', (one, other) => expect(soundOf(one)).toBe(soundOf(other)))
test('the sound of a long name is the one of the rule', () => expect(['Müller-Lüdenscheidt', 'Wikipedia', 'Breschnew'].map(soundOf)).toEqual(['65752682', '3412', '17863']))

test.each([['+49 3935 12-345', '03935/12345'], ['0049 3935 12345', '03935 12345'], ['+49 (0) 3935 12345', '0393512345']])('%s is %s', (one, other) => expect(phoneKeyOf(one)).toBe(phoneKeyOf(other)))
test('an address is whole or none', () => {
  const one = { street: 'Bismarckstraße 5', postalCode: '39517', place: 'Tangerhütte' }
  expect(addressKeyOf(one)).toBe(addressKeyOf({ ...one, street: 'Bismarckstr. 5', place: 'Tangerhuette' }))
  expect(addressKeyOf({ ...one, street: 'Bismarckstraße' })).toBeNull()
  expect(addressKeyOf({ ...one, postalCode: '', place: '' })).toBeNull()
})

test.each([
  ['e-mail address', { email: 'a@post.example' }, { email: 'A@post.example' }, true],
  ['birth date', { birthDay: '1981-04-09' }, { birthDay: '1981-04-09' }, true],
  ['nothing more', {}, {}, false],
  ['telephone alone', { phone: '03935 12345' }, { phone: '03935 12345' }, false],
  ['e-mail address, but another birth date', { email: 'a@post.example', birthDay: '1981-04-09' }, { email: 'a@post.example', birthDay: '2011-04-09' }, false],
  ['another name', { email: 'a@post.example' }, { email: 'a@post.example', name: 'Jens Müller' }, false],
  ['e-mail address, but only the family name', { email: 'a@post.example', name: 'Kuhlmann' }, { email: 'a@post.example', name: 'Familie Kuhlmann' }, false],
  ['e-mail address, but only an initial', { email: 'a@post.example', name: 'A. Kuhlmann' }, { email: 'a@post.example', name: 'A. Kuhlmann' }, false],
  ['birth date, in another script', { birthDay: '1981-04-09', name: 'Ольга Иванова' }, { birthDay: '1981-04-09', name: 'Olga Ivanova' }, false],
  ['account', { account: 'x' }, { account: 'x', name: 'ANNA MUELLER' }, true],
  ['account, but a name of marriage', { account: 'x' }, { account: 'x', name: 'Anna Schmidt' }, false],
  ['account, but a child’s name', { account: 'x' }, { account: 'x', name: 'Emil Müller' }, false],
  ['account, but only the family name', { account: 'x', name: 'Müller' }, { account: 'x', name: 'Müller' }, false],
  ['account, but another birth date', { account: 'x', birthDay: '1981-04-09' }, { account: 'x', birthDay: '2011-04-09' }, false],
])('one name and %s', (_, one, other, expected) => expect(isSamePerson(known(one), known(other))).toBe(expected))

test('what is known elsewhere of a person speaks against, too', () => {
  const father = [known({ email: 'a@post.example' }), known({ birthDay: '1951-04-09' })]
  expect(isOfPerson(known({ email: 'a@post.example', birthDay: '1981-04-09' }), father)).toBe(false)
  expect(isOfPerson(known({ email: 'a@post.example' }), father)).toBe(true)
})

test('of two accounts with one name and one e-mail address only a birth date says that they are of one person', () => {
  const father = [known({ email: 'a@post.example', account: 'x' }), known({ email: 'a@post.example', birthDay: '1951-04-09' })]
  expect(isOfPerson(known({ email: 'a@post.example', account: 'y' }), father)).toBe(false)
  expect(isOfPerson(known({ email: 'a@post.example', account: 'y', birthDay: '1951-04-09' }), father)).toBe(true)
  expect(isOfPerson(known({ account: 'x' }), father)).toBe(true)
})

test.each([
  ['one name, nothing more', {}, {}, null],
  ['one name and telephone', { phone: '03935 12345' }, { phone: '03935 12345' }, ['same-name', 'phone']],
  ['a sound and a birth date', { name: 'Jens Maier', birthDay: '1981-04-09' }, { name: 'Jens Meyer', birthDay: '1981-04-09' }, ['alike-name', 'birth-day']],
  ['a name of marriage', { birthDay: '1981-04-09' }, { name: 'Anna Schmidt', birthDay: '1981-04-09' }, ['same-given-name', 'birth-day']],
  ['a name of marriage and an account', { account: 'x' }, { name: 'Anna Schmidt', account: 'x' }, ['same-given-name', 'account']],
  ['a child that a parent applied for', { account: 'x', email: 'a@post.example' }, { name: 'Emil Müller', account: 'x', email: 'a@post.example' }, null],
  ['a double name and an e-mail address', { email: 'a@post.example' }, { name: 'Anna Müller-Schmidt', email: 'a@post.example' }, ['part-of-name', 'email']],
  ['a family name alone', { name: 'Kuhlmann', email: 'a@post.example' }, { name: 'Kuhlmann', email: 'a@post.example' }, ['same-name', 'email']],
  ['a name in another script', { name: 'Ольга Иванова', birthDay: '1981-04-09' }, { name: 'Olga Ivanova', birthDay: '1981-04-09' }, ['alike-name', 'birth-day']],
  ['Müller and Muller', { name: 'Jens Müller', email: 'a@post.example' }, { name: 'Jens Muller', email: 'a@post.example' }, ['alike-name', 'email']],
  ['twins whose names sound alike', { name: 'Anna Müller', birthDay: '1981-04-09' }, { name: 'Anne Müller', birthDay: '1981-04-09' }, ['alike-name', 'birth-day']],
  ['a family', { email: 'a@post.example' }, { name: 'Jens Müller', email: 'a@post.example' }, null],
  ['twins', { birthDay: '1981-04-09', email: 'a@post.example' }, { name: 'Jens Müller', birthDay: '1981-04-09', email: 'a@post.example' }, null],
  ['another birth date', { email: 'a@post.example', birthDay: '1981-04-09' }, { email: 'a@post.example', birthDay: '1981-04-10' }, null],
])('possibly one: %s', (_, one, other, reasons) => expect(likenessOfPersons([known(one)], [known(other)])?.reasons ?? null).toEqual(reasons))

test('whichever is named first, the likeness is the same', () => {
  const contact = fc.record({
    name: fc.constantFrom('Anna Müller', 'Anna Mueller', 'Anna Müller-Schmidt', 'Jens Maier', 'Jens Meyer'), birthDay: fc.constantFrom(null, '1981-04-09', '1990-01-01'),
    email: fc.constantFrom(null, 'a@post.example'), phone: fc.constantFrom(null, '03935 12345'), address: fc.constant(null), account: fc.constantFrom(null, 'x', 'y'),
  })
  fc.assert(fc.property(contact, contact, (one, other) => {
    expect(likenessOfPersons([evidenceOf(one)], [evidenceOf(other)])).toEqual(likenessOfPersons([evidenceOf(other)], [evidenceOf(one)]))
  }))
})

test('a form says what it is asked', () => {
  expect(contactOfForm({ birthDate: '1981-04-09', street: 'Weg', houseNumber: '3', postalCode: '39517', childBirthDate: '2020-01-01' }))
    .toEqual({ birthDay: '1981-04-09', phone: null, address: { street: 'Weg 3', postalCode: '39517', place: '' } })
  expect(contactOfForm({ birthDate: 'gestern' }).birthDay).toBeNull()
})

test.each([['Bau GmbH', true], ['SV Eintracht e. V.', true], ['Anna Stadtler', false], ['Kgomotso Agnes', false]])('%s is an organisation: %s', (name, expected) => expect(isOrganisation(name)).toBe(expected))
