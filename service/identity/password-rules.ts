const SHORTEST_PASSWORD = 12
const LONGEST_PASSWORD = 200

/** What stands against a password that somebody wants. */
export type PasswordObjection = 'too-short' | 'too-long' | 'common' | 'of-oneself' | 'as-before'

/** What lists of stolen passwords begin with, and what people in a town hall think of first; without signs and figures. */
const COMMON: ReadonlySet<string> = new Set([
  'passwort', 'password', 'kennwort', 'geheim', 'geheimnis', 'hallo', 'hallowelt', 'willkommen', 'welcome', 'anmeldung', 'login', 'zugang', 'administrator', 'admin', 'sysadmin', 'root', 'benutzer', 'user', 'letmein',
  'rathaus', 'rathausdesk', 'gemeinde', 'stadt', 'stadtverwaltung', 'verwaltung', 'buergerbuero', 'buergeramt', 'ordnungsamt', 'einwohnermeldeamt', 'buergermeister', 'behoerde', 'amt', 'arbeit', 'buero', 'computer',
  'fruehling', 'fruehjahr', 'sommer', 'herbst', 'winter', 'januar', 'februar', 'maerz', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'dezember', 'montag', 'dienstag', 'mittwoch', 'donnerstag',
  'freitag', 'samstag', 'sonntag', 'weihnachten', 'ostern', 'urlaub', 'feierabend', 'schatz', 'schatzi', 'ichliebedich', 'iloveyou', 'liebe', 'familie', 'fussball', 'schalke', 'bayern', 'bayernmuenchen', 'borussia', 'dortmund',
  'werder', 'hansa', 'deutschland', 'germany', 'berlin', 'hamburg', 'muenchen', 'monkey', 'dragon', 'master', 'qwertz', 'qwerty', 'asdfgh', 'yxcvbn', 'qwertzuiop', 'qwertyuiop', 'abc', 'abcdef', 'test', 'testtest', 'changeme', 'neuespasswort',
  'meinpasswort', 'meinkennwort', 'passwortneu', 'einszweidrei', 'sternenstaub', 'prinzessin', 'hund', 'katze', 'michael', 'andreas', 'thomas', 'stefan', 'nadine', 'daniela', 'superman', 'batman', 'starwars', 'pokemon',
])

const ROWS = ['qwertzuiopue', 'qwertyuiop', 'asdfghjkloeae', 'yxcvbnm', 'zxcvbnm', 'abcdefghijklmnopqrstuvwxyz', '01234567890', '1234567890']

/** Letters as they are said, signs in place of letters as the letters they stand for. */
const plain = (text: string): string => text.normalize('NFC').toLowerCase()
  .replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')

const undisguised = (text: string): string => text.replaceAll('0', 'o').replaceAll('1', 'i').replaceAll('3', 'e').replaceAll('4', 'a').replaceAll('5', 's').replaceAll('$', 's').replaceAll('@', 'a').replaceAll('!', 'i')

const letters = (text: string): string => text.replace(/[^a-z]/g, '')

/** Every word of it is one that everybody tries, however it is decorated. */
function isCommon(text: string): boolean {
  const words = plain(text).split(/[^a-z0-9$@!]+/)
  const isKnown = (word: string): boolean => [letters(word), letters(undisguised(word)), letters(undisguised(word.replace(/^\d+|[\d!]+$/g, '')))].some(form => form === '' || COMMON.has(form) || isOfTwo(form))
  return words.every(isKnown) || isKnown(words.join(''))
}

const isOfTwo = (form: string): boolean => [...COMMON].some(first => form.startsWith(first) && COMMON.has(form.slice(first.length)))

/** The same few signs again and again, or as they lie beside each other. */
function isMonotonous(text: string): boolean {
  const form = plain(text)
  if (new Set(form).size < 5) return true
  const isRepeated = [1, 2, 3, 4, 5, 6].some(length => form.length >= 2 * length && form === form.slice(0, length).repeat(Math.ceil(form.length / length)).slice(0, form.length))
  const steps = ROWS.some(row => [row, Array.from(row).toReversed().join('')].some(one => (one + one).includes(form)))
  return isRepeated || steps
}

/** Whether it is little more than what everybody knows of the person: their name, their login, the name of the town. */
function isOfOneself(text: string, about: readonly string[]): boolean {
  const parts = about.flatMap(known => plain(known).split(/[^a-z]+/)).filter(part => part.length >= 4)
  const left = parts.reduce((rest, part) => rest.replaceAll(part, ''), plain(text))
  return left !== plain(text) && left.replace(/[^a-z]/g, '').length < 6
}

/**
 * What stands against a password, or null. Long ones are good ones: no signs of certain kinds are asked for, and none runs out.
 * `about` is what is known of the person; `before` the password that it takes the place of.
 */
export function objectionToPassword(password: string, about: readonly string[], before: string | null): PasswordObjection | null {
  const text = password.normalize('NFC')
  const signs = Array.from(text).length
  if (signs < SHORTEST_PASSWORD) return 'too-short'
  if (signs > LONGEST_PASSWORD) return 'too-long'
  if (before !== null && text === before.normalize('NFC')) return 'as-before'
  if (isCommon(text) || isMonotonous(text)) return 'common'
  return isOfOneself(text, about) ? 'of-oneself' : null
}
