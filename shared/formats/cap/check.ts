import { allOf, childrenOf, textOf, textsOf, type Element } from './element.ts'
import { ALERT, type Rule } from './grammar.ts'
import { isCapTime } from './times.ts'

/** What is wrong with a message, and where: `info/area/polygon`. */
export interface CapProblem {
  readonly path: string
  readonly code: 'unknown-element' | 'out-of-order' | 'missing' | 'twice' | 'wrong-word' | 'wrong-form' | 'text-in-between'
    | 'expires-before-sent' | 'expires-missing' | 'references-missing' | 'area-missing' | 'area-without-shape' | 'area-widened' | 'polygon-open' | 'infos-differ' | 'language-twice'
    | 'headline-repeats' | 'info-missing' | 'onset-after-expires' | 'refers-to-itself'
}

/** Order, number, words and forms, as the schema has them. */
export function problemsOfForm(alert: Element): readonly CapProblem[] {
  return alert.name === 'alert' ? inside(alert, ALERT, '') : [{ path: alert.name, code: 'unknown-element' }]
}

function inside(element: Element, rules: readonly Rule[], path: string): readonly CapProblem[] {
  if (typeof element.content === 'string') return [{ path: path || element.name, code: 'text-in-between' }]
  const places = element.content.map(child => rules.findIndex(({ name }) => name === child.name))
  return [
    ...element.content.flatMap((child, index) => problemsOfChild(child, rules[places[index] ?? -1], at(path, child.name))),
    ...places.flatMap((place, index) => (place >= 0 && place < Math.max(-1, ...places.slice(0, index)) ? [{ path: at(path, element.content[index] as Element), code: 'out-of-order' } as const] : [])),
    ...rules.flatMap(rule => problemsOfCount(rule, allOf(element, rule.name).length, at(path, rule.name))),
  ]
}

const at = (path: string, child: string | Element): string => [path, typeof child === 'string' ? child : child.name].filter(Boolean).join('/')

function problemsOfChild(child: Element, rule: Rule | undefined, path: string): readonly CapProblem[] {
  if (!rule) return [{ path, code: 'unknown-element' }]
  if (rule.inside) return inside(child, rule.inside, path)
  if (typeof child.content !== 'string') return [{ path, code: 'unknown-element' }]
  if (rule.words) return rule.words.includes(child.content) ? [] : [{ path, code: 'wrong-word' }]
  return rule.pattern?.test(child.content) === false ? [{ path, code: 'wrong-form' }] : []
}

function problemsOfCount({ count }: Rule, found: number, path: string): readonly CapProblem[] {
  if ((count === 'one' || count === 'some') && found === 0) return [{ path, code: 'missing' }]
  return (count === 'one' || count === 'maybe') && found > 1 ? [{ path, code: 'twice' }] : []
}

/** What no schema sees and still makes a message wrong or unread. */
export function problemsOfMeaning(alert: Element): readonly CapProblem[] {
  const infos = allOf(alert, 'info')
  const languages = infos.map(info => textOf(info, 'language'))
  const isLater = ['Update', 'Cancel'].includes(textOf(alert, 'msgType'))
  const alike = (name: string): boolean => new Set(infos.map(info => textsOf(info, name).join(' '))).size <= 1
  return [
    ...(infos.length === 0 ? [{ path: 'info', code: 'info-missing' } as const] : []),
    ...(isLater && textOf(alert, 'references') === '' ? [{ path: 'references', code: 'references-missing' } as const] : []),
    ...(textOf(alert, 'references').split(' ').some(reference => reference.split(',')[1] === textOf(alert, 'identifier')) ? [{ path: 'references', code: 'refers-to-itself' } as const] : []),
    ...(new Set(languages).size < languages.length ? [{ path: 'info/language', code: 'language-twice' } as const] : []),
    ...(['category', 'severity', 'urgency', 'certainty', 'expires'].every(alike) ? [] : [{ path: 'info', code: 'infos-differ' } as const]),
    ...infos.flatMap(info => problemsOfInfo(info, textOf(alert, 'sent'))),
  ]
}

function problemsOfInfo(info: Element, sent: string): readonly CapProblem[] {
  const expires = textOf(info, 'expires')
  const onset = textOf(info, 'onset')
  const headline = textOf(info, 'headline')
  const areas = allOf(info, 'area')
  return [
    ...(expires === '' ? [{ path: 'info/expires', code: 'expires-missing' } as const] : []),
    ...(isCapTime(expires) && isCapTime(sent) && Date.parse(expires) <= Date.parse(sent) ? [{ path: 'info/expires', code: 'expires-before-sent' } as const] : []),
    ...(isCapTime(expires) && isCapTime(onset) && Date.parse(onset) >= Date.parse(expires) ? [{ path: 'info/onset', code: 'onset-after-expires' } as const] : []),
    ...(headline !== '' && headline === textOf(info, 'description') ? [{ path: 'info/headline', code: 'headline-repeats' } as const] : []),
    ...(areas.length === 0 ? [{ path: 'info/area', code: 'area-missing' } as const] : []),
    ...areas.flatMap(problemsOfArea),
  ]
}

function problemsOfArea(area: Element): readonly CapProblem[] {
  const isShaped = childrenOf(area).some(({ name }) => ['polygon', 'circle'].includes(name))
  const isNamed = allOf(area, 'geocode').length > 0
  const isOpen = textsOf(area, 'polygon').some(text => text.split(' ').at(0) !== text.split(' ').at(-1))
  return [
    ...(isShaped || isNamed ? [] : [{ path: 'info/area', code: 'area-without-shape' } as const]),
    // CAP takes all that an area names together: a circle in a region that is named beside it is the whole region.
    ...(isShaped && isNamed ? [{ path: 'info/area/geocode', code: 'area-widened' } as const] : []),
    ...(isOpen ? [{ path: 'info/area/polygon', code: 'polygon-open' } as const] : []),
  ]
}
