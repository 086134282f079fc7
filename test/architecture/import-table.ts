const PLATFORM = [
  'config',
  'signals',
  'database',
  'tenancy',
  'graphql',
  'reads',
  'changes',
  'jobs',
  'files',
  'calendar',
  'sheets',
  'print',
];

/** Who may import whom. A library that is not here may not exist; what is above tells what is below by events. */
export const MAY_IMPORT: ReadonlyMap<string, readonly string[]> = new Map([
  ['config', []],
  // Goes to builders of dashboards: it must run where nothing of the server is.
  ['client', []],
  // Beneath all who have something to tell: they report to it, and it asks nobody.
  ['signals', ['config']],
  ['database', ['config']],
  ['tenancy', ['config', 'database']],
  ['graphql', ['config', 'signals', 'tenancy']],
  ['reads', ['database', 'signals', 'tenancy', 'graphql']],
  ['changes', ['config', 'database', 'tenancy', 'jobs', 'calendar']],
  ['jobs', ['config', 'signals', 'database', 'tenancy']],
  ['files', ['config', 'database', 'tenancy', 'graphql', 'reads', 'jobs']],
  ['calendar', ['config', 'database']],
  // Workbooks behind a port of our own: the library beneath is young, and reads what strangers send.
  ['sheets', []],
  // A DOCX is packed as a workbook is.
  ['print', ['sheets']],
  ['process', ['config', 'database']],
  // What meetings and activities have in common when people come in.
  ['checkin', ['graphql', 'calendar']],
  ['network', PLATFORM],
  // Beneath those who know what waits for whom, and say so.
  ['inbox', [...PLATFORM, 'network']],
  // Beneath those who know what has its time; deadlines are what waits.
  ['schedule', [...PLATFORM, 'network', 'inbox']],
  // Beneath those who say what became of their things.
  ['messages', [...PLATFORM, 'network', 'inbox']],
  // Beneath those who define them, for the same reason.
  ['figures', [...PLATFORM, 'network']],
  // Tells other programs that something changed, and knows no thing by itself.
  ['webhooks', [...PLATFORM, 'network']],
  ['resources', [...PLATFORM, 'network', 'inbox', 'messages', 'schedule', 'figures']],
  ['needs', [...PLATFORM, 'network', 'inbox', 'messages', 'figures', 'resources']],
  // Beneath those who keep it, who say what they have held.
  ['rhythm', [...PLATFORM, 'network']],
  [
    'meetings',
    [
      ...PLATFORM,
      'checkin',
      'network',
      'inbox',
      'messages',
      'schedule',
      'figures',
      'resources',
      'needs',
      'rhythm',
    ],
  ],
  [
    'menus',
    [
      ...PLATFORM,
      'checkin',
      'network',
      'inbox',
      'messages',
      'schedule',
      'figures',
      'resources',
      'needs',
      'rhythm',
    ],
  ],
  [
    'evaluations',
    [...PLATFORM, 'network', 'inbox', 'messages', 'figures', 'resources', 'needs', 'meetings', 'menus'],
  ],
  // What is told while somebody watches, of whatever can be watched.
  ['live', [...PLATFORM, 'network', 'inbox', 'resources', 'needs', 'meetings']],
  ['overview', [...PLATFORM, 'network', 'resources', 'needs', 'meetings', 'menus', 'evaluations']],
]);

/** Files that may do what only one library may, and why. */
export const EXCEPTIONS = {
  /** Where the system's clock and ids may be read, beside libs/tenancy. */
  present: new Map([
    [
      'libs/database/src/embedded/embedded-postgres.ts',
      'waits for another process; measures a span, not the present',
    ],
    ['libs/client/src/surroundings.ts', 'runs with those who build dashboards, where tenancy is not'],
    ['libs/process/src/stop-signals.ts', 'tells two keystrokes apart; measures a span, not the present'],
    ['libs/signals/src/stopwatch.ts', 'tells operators how long work took; measures a span, not the present'],
    [
      'libs/network/src/sign-in/signing-keys.ts',
      'names a key, which is random itself and no row of a region',
    ],
  ]),
  /** Where rows are written without audit lines, beside libs/tenancy. */
  unauditedWrites: new Map([
    ['libs/calendar/src/day-calendar.store.ts', 'the national day calendar belongs to no region'],
    [
      'libs/resources/src/contribution/contribution-totals.ts',
      'adds up entries that are never changed, in one statement',
    ],
    ['libs/messages/src/message/own-messages.ts', 'forgets what was sent weeks ago'],
    ['libs/webhooks/src/delivery/webhook-writing.ts', 'forgets what was sent weeks ago'],
    ['libs/network/src/roster/apply-plan.ts', 'an import is done by the operator and prints what it changes'],
    [
      'libs/network/src/invitation/invitation.service.ts',
      'takes a code away; giving the next one leaves the line',
    ],
    ['libs/network/src/invitation/redemption.ts', 'uses a code up; what it makes leaves lines'],
    ['libs/network/src/password/operator-code.ts', 'the operator gives a code before anybody acts'],
    ['libs/network/src/password/note-code-used.ts', 'writes the line itself: who has a code holds no post'],
    ['libs/network/src/password/password-codes.ts', 'takes codes away; giving and using one leaves a line'],
    [
      'libs/network/src/session/refreshing.ts',
      'sessions are their person’s own, who lists them with their ends',
    ],
    ['libs/network/src/session/session.service.ts', 'as above'],
    [
      'libs/network/src/access-token/access-token.service.ts',
      'forgets tokens that are over; making and revoking one leaves a line',
    ],
    [
      'libs/network/src/access-token/program-tokens.ts',
      'notes the last use, which its person reads in the own list',
    ],
    ['libs/network/src/sign-in/attempt-limit.ts', 'counts sign-ins before anybody is known'],
    ['libs/network/src/sign-in/sign-in.service.ts', 'ends a session, which is no thing of a unit'],
    ['libs/network/src/sign-in/signing-keys.ts', 'keys belong to no region'],
    ['libs/resources/src/closure/closure.repository.ts', 'repeats where the offer is shown, which has lines'],
    ['libs/resources/src/occupancy/occupancy.repository.ts', 'repeats bookings, which leave lines'],
    ['libs/resources/src/occupancy/pool-shares.ts', 'as above'],
  ]),
  /** Where the environment may be read, beside libs/config. */
  environment: new Map([
    ['libs/process/src/run-program.ts', 'hands the environment of the process to config'],
    ['libs/database/src/embedded/watchdog.ts', 'hands PATH on to the shell that it starts'],
  ]),
  /** Where a tool asks for a default export. */
  defaultExport: new Map([
    ['ormconfig.ts', 'TypeORM’s command line'],
    ['test/support/dearest-first.ts', 'jest'],
    ['test/support/global-setup.ts', 'jest'],
    ['test/support/global-teardown.ts', 'jest'],
    ['test/support/native-environment.ts', 'jest'],
    ['test/support/native-runner.ts', 'jest'],
  ]),
};
