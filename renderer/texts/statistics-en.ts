import type { statisticsDe } from './statistics-de.ts'
import type { Translated } from './translated.ts'

/** `statistics-de.ts` has the same keys. */
export const statisticsEn: Translated<typeof statisticsDe> = {
  period: 'Period', periods: { weeks: '4 weeks', quarter: '3 months', year: '12 months' }, between: '{{from}} to {{to}}', calculating: 'Being worked out …',
  percent: '{{percent}}%', minutes: '{{minutes}} min', hidden: 'not shown', service: 'Service', several: 'Several services together',
  tooFew: 'There were fewer than five visits in this period.', tooFewHint: 'Figures begin at five, so that they never show anybody alone. A longer period may help.',
  unmarked_one: 'For one appointment nobody noted whether the person came; it is in no share.', unmarked_other: 'For {{count}} appointments nobody noted whether the person came; they are in no share.',
  hiddenNote: 'Not shown is what would be about fewer than five visits or one member of staff alone, or would let such be worked out.',
  hoursNote: 'The use is worked out with the opening hours and counters as they are entered today.',
  key: {
    title: 'At a glance', use: 'Use', useWords: 'of the open time of all counters was booked', waiting: 'Waiting', serving: 'Serving', minutesWords: 'at most for half of the people, up to {{minutes}} min for 90%',
    missed: 'Did not come', missedWords: '{{missed}} did not come, {{came}} came; {{cancelled}} cancelled', walkIns: 'Without appointment', walkInsWords: 'that is {{percent}}% of all who came',
  },
  use: {
    title: 'How full the counters are', day: 'Day', morning: 'Before noon', afternoon: 'After noon', hours: '({{booked}} of {{open}} h)', closed: 'It was never open in this period.',
    cell: { morning: '{{weekday}} before noon', afternoon: '{{weekday}} after noon' },
    both: '{{full}} is booked to {{fullPercent}}%, {{free}} only to {{freePercent}}%.', only: '{{full}} is booked to {{fullPercent}}%.',
    advice: { move: 'A counter moved from the one to the other makes appointments easier to find.', full: 'More is possible only with further counters or hours.', fine: 'There is room everywhere.' },
  },
  times: {
    title: 'Waiting and serving by service', waiting: 'Waiting', serving: 'Serving', planned: 'Planned', upTo: '(90%: up to {{minutes}} min)',
    longer: '“{{service}}” mostly takes {{minutes}} instead of the planned {{planned}} minutes: whoever comes next waits longer.',
    shorter: '“{{service}}” mostly takes only {{minutes}} of the planned {{planned}} minutes: there would be room for more appointments.', fine: 'What is planned fits what is needed.',
  },
  missed: {
    byLead: 'Did not come, by lead time', byService: 'Did not come, by service', lead: 'Booked', share: 'Did not come', of: '({{missed}} of {{all}})',
    leadMeaning: {
      'same-day': 'Those who book on the same day stay away most: {{percent}}%.', 'few-days': 'Those who book one to three days ahead stay away most: {{percent}}%.',
      'two-weeks': 'Those who book four to fourteen days ahead stay away most: {{percent}}%. A reminder on the day before helps.', longer: 'Those who book more than two weeks ahead stay away most: {{percent}}%. A shorter lead or a reminder helps.',
    },
    serviceMeaning: 'Most stay away from “{{service}}”: {{percent}}%.', alike: 'No differences can be seen.',
  },
  lead: { 'same-day': 'on the same day', 'few-days': '1–3 days ahead', 'two-weeks': '4–14 days ahead', longer: 'still earlier' },
  channels: {
    title: 'How people come', way: 'Way', share: 'Share', outcome: 'What became of it', count_one: '(1 visit)', count_other: '({{count}} visits)',
    outcomes: '{{came}} came, {{missed}} did not come, {{cancelled}} cancelled', meaning: '{{percent}}% booked online; that takes no time on the telephone.', noMeaning: 'Hardly anybody booked online.',
  },
}
