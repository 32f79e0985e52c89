import {equal, test} from './runner.js';
import {happeningWords, weightOf} from '/console/account/happening-reading.js';

const words = (kind, title) => happeningWords({kind, title}, 'northwind-logistics');

test('says what happened in the words of a glance', () => {
  equal(words('survey', 'Survey: nps 6'), 'NPS 6');
  equal(words('survey', 'Survey: exit 2.5'), 'Exit survey 2.5');
  equal(words('survey', 'Survey'), 'Survey');
  equal(words('meeting', 'Meeting: other'), 'Meeting');
  equal(words('meeting', 'Meeting: business review'), 'Meeting, business review');
  equal(words('ticket', 'Ticket tkt-northwind-logistics-37 opened, severity normal'), 'Ticket 37 opened, normal');
  equal(words('ticket', 'Ticket ZD-4711 opened'), 'Ticket ZD-4711 opened');
  equal(words('invoice', 'Invoice inv-northwind-logistics-20260811 issued, due 2026-08-11'), 'Invoice 20260811 issued, due 2026-08-11');
});

test('rounds a score as everywhere else', () => {
  equal(words('band_changed', 'Band changed from watch to at risk, score 50.52'), 'Band changed from watch to at risk, score 51');
  equal(words('band_changed', 'Band changed from watch to unknown'), 'Band changed from watch to unknown');
});

test('tells changes of band, departures and high tickets before meetings and low tickets', () => {
  const titles = [
    ['invoice', 'Invoice 1 issued'],
    ['ticket', 'Ticket 1 opened, severity low'],
    ['meeting', 'Meeting: other'],
    ['ticket', 'Ticket 2 opened, severity urgent'],
    ['stakeholder_left', 'Stakeholder left: champion'],
    ['band_changed', 'Band changed from healthy to watch'],
    ['unheard_of', 'Something new'],
  ].map(([kind, title]) => ({kind, title}));
  equal(
    titles.toSorted((a, b) => weightOf(b) - weightOf(a)).map(({kind}) => kind),
    ['band_changed', 'ticket', 'stakeholder_left', 'meeting', 'ticket', 'unheard_of', 'invoice'],
  );
});
