import { readRoster } from './read-roster.js';
import { RosterError } from './roster-error.js';
import { SMALL_ROSTER } from './small-roster.js';

/** What is said of the small roster after `spoil` has been at it. */
function problemsOf(spoil: (roster: typeof SMALL_ROSTER) => void): string[] {
  const roster = structuredClone(SMALL_ROSTER);
  spoil(roster);
  try {
    readRoster(roster);
    return [];
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    return error.problems.map(({ path, message }) => `${path}: ${message.en}`);
  }
}

const set = (entry: object | undefined, values: object): unknown => Object.assign(entry ?? {}, values);

describe('reading a roster', () => {
  it('takes a sound file', () => {
    expect(problemsOf(() => {})).toEqual([]);
  });

  it('names every bad entry at once, be it of shape or of reference', () => {
    expect(
      problemsOf(({ units, networks, posts }) => {
        set(units[3], { kind: 'PALACE', colour: 'red' });
        set(networks[0], { partners: ['fleet', 'nowhere'], area: 'moon' });
        set(posts[1], { account: 'Fleet!' });
      }),
    ).toEqual([
      expect.stringMatching(/^units\[3\]\.kind: must be one of COMMUNITY_COMMITTEE, .*, but is "PALACE"$/),
      'units[3].colour: is not known here',
      'posts[1].account: must have 2 to 63 small letters, digits and hyphens',
      'networks[0].area: no area has the code "moon"',
      'networks[0].partners[1]: no unit has the code "nowhere"',
    ]);
  });

  it('does not blame a reference for the fault of what it refers to', () => {
    expect(problemsOf(({ units }) => set(units[1], { kind: 7 }))).toHaveLength(1);
  });

  it.each([
    [null, ': must be an object'],
    [[], ': must be an object'],
    ['roster', ': must be an object'],
  ])('refuses %j', (input, problem) => {
    expect(() => readRoster(input)).toThrow(RosterError);
    expect(() => readRoster(input)).toThrow(problem.slice(2));
  });

  it('refuses what stands twice', () => {
    expect(
      problemsOf(({ units, networks, posts }) => {
        set(units[2], { code: 'fleet' });
        set(networks[0], {
          others: ['fleet'],
          serviceDays: [
            { day: 5, name: '甲' },
            { day: 5, name: '乙' },
          ],
        });
        posts.push({ account: 'fleet', name: '别名', unit: 'fleet', role: 'LIAISON' });
      }),
    ).toEqual([
      'units[2].code: "fleet" stands at units[1] already',
      'networks[0].others[0]: the unit "fleet" belongs to the network already, by networks[0].partners[0]',
      'networks[0].serviceDays[1].day: 5 stands at networks[0].serviceDays[0] already',
      'posts[2].unit: no unit has the code "owners"',
      'posts[5]: "fleet fleet LIAISON" stands at posts[1] already',
      'posts[5].name: the holder of "fleet" is called "浦东巴士639车队联络员" by posts[1].name',
    ]);
  });

  it('asks of each role what it needs', () => {
    expect(
      problemsOf(({ posts }) => {
        set(posts[0], { networks: ['east'] });
        set(posts[3], { networks: [] });
        set(posts[4], { until: null });
      }),
    ).toEqual([
      'posts[0].networks: only a STEWARD has networks of its own',
      'posts[3].networks: a STEWARD needs the networks whose figures it reads',
      'posts[4].until: a REPRESENTATIVE is appointed for a time: say until when',
    ]);
  });

  it.each([
    ['2027-02-29', 'There is no 2027-02-29: that month has 28 days.'],
    ['30.06.2027', 'A day is written YYYY-MM-DD.'],
    ['', 'A day is written YYYY-MM-DD.'],
  ])('refuses the day %j', (until, message) => {
    expect(problemsOf(({ posts }) => set(posts[4], { until }))).toEqual([`posts[4].until: ${message}`]);
  });

  it.each(['Mars/Base', 'asia/shanghai', '+08:00', 'UTC', ''])('refuses the time zone %j', (timeZone) => {
    expect(problemsOf(({ region }) => set(region, { timeZone }))).toEqual([
      'region.timeZone: is no IANA time zone, like Asia/Shanghai',
    ]);
  });

  it.each([
    ['a\0b', 'holds the NUL character'],
    ['a\uD800b', 'holds half of a surrogate pair'],
    ['  ', 'is empty'],
    ['长'.repeat(101), 'has 101 characters; at most 100 fit'],
    [undefined, 'is missing'],
    [7, 'must be text'],
  ])('refuses the name %j', (name, message) => {
    expect(problemsOf(({ units }) => set(units[0], { name }))).toEqual([`units[0].name: ${message}`]);
  });

  it.each([-1, 1.5, 2_147_483_648, '40'])('refuses the count %j', (residents) => {
    const [problem] = problemsOf(({ networks }) => set(networks[0], { facts: { residents } }));
    expect(problem).toMatch(/^networks\[0\]\.facts\.residents: must be /);
  });

  it('keeps text in composed form, with characters of every plane', () => {
    const roster = structuredClone(SMALL_ROSTER);
    set(roster.units[0], { name: '𠮷野家 🏡 Cafe\u0301' });
    expect(readRoster(roster).units[0]?.name).toBe('𠮷野家 🏡 Caf\u00e9');
  });
});
