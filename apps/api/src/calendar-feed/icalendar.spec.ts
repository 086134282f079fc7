import { assert, property, string } from 'fast-check';
import ICAL from 'ical.js';
import { propertyRuns } from '../../../../test/support/property-runs.js';
import { writeCalendar, type CalendarEntry } from './icalendar.js';

const ENTRY: CalendarEntry = {
  uid: 'one',
  sequence: 3,
  stampedAt: new Date('2026-11-20T01:02:03Z'),
  startsAt: new Date('2026-12-09T14:00:00+08:00'),
  endsAt: new Date('2026-12-09T16:00:00+08:00'),
  day: null,
  status: 'CONFIRMED',
  isBusy: true,
  summary: '会议：联席会议',
  location: null,
  description: '',
};

function readBack(calendar: string): ICAL.Event {
  return new ICAL.Event(new ICAL.Component(ICAL.parse(calendar)).getFirstSubcomponent('vevent') ?? undefined);
}

describe('a calendar as it is written', () => {
  it('says when in UTC', () => {
    const calendar = writeCalendar('日程', [ENTRY]);
    for (const line of ['DTSTAMP:20261120T010203Z', 'DTSTART:20261209T060000Z', 'DTEND:20261209T080000Z'])
      expect(calendar).toContain(`\r\n${line}\r\n`);
  });

  it('gives a deadline no end, and one of a day that day', () => {
    const { startsAt } = ENTRY;
    const due = writeCalendar('日程', [{ ...ENTRY, endsAt: startsAt }]);
    expect(due).toContain('\r\nDTSTART:20261209T060000Z\r\n');
    const day = writeCalendar('日程', [{ ...ENTRY, day: '2026-12-09' }]);
    expect(day).toContain('\r\nDTSTART;VALUE=DATE:20261209\r\n');
    for (const calendar of [due, day]) expect(calendar).not.toContain('DTEND');
    expect(readBack(day).startDate.isDate).toBe(true);
  });

  it('comes back as it was, whatever stands in it', () => {
    const long = '一楼多功能厅，靠东门；带身份证\\证件\n从“永宁路”进，🚌 639 路到底。'.repeat(12);
    const read = readBack(writeCalendar('日程', [{ ...ENTRY, summary: long, location: long }]));
    expect([read.summary, read.location, read.sequence]).toEqual([long, long, 3]);
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const back = readBack(writeCalendar('日程', [{ ...ENTRY, description: text }])).description ?? '';
        expect(back).toBe(text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, ''));
      }),
      propertyRuns(200),
    );
  });

  it('has no line longer than 75 octets, and breaks them all alike', () => {
    const calendar = writeCalendar('日程', [{ ...ENTRY, description: '联'.repeat(500) + '🚌'.repeat(50) }]);
    expect(calendar.endsWith('\r\n')).toBe(true);
    expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n�]/);
    expect(Math.max(...calendar.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(
      75,
    );
  });

  it('lets nobody write a line of their own', () => {
    const calendar = writeCalendar('日程', [{ ...ENTRY, summary: '会\r\nEND:VEVENT\u2028\u0000\rATTACH:x' }]);
    expect(calendar).not.toMatch(/[\r\n](ATTACH|END:VEVENT\\)/);
    expect(calendar.match(/\r\nEND:VEVENT\r\n/g)).toHaveLength(1);
  });
});
