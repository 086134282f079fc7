// Everything that the page asks: to show other things, change it here and in panels.js.

export const NETWORKS = `query Networks($after: String) {
  me { name post { unit { name } } }
  networks(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id name timeZone } }
  }
}`;

export const FIGURES = `query Figures($network: ID!, $from: Date!, $until: Date!) {
  figures(of: $network, from: $from, until: $until, by: MONTH, names: [
    MEETINGS_HELD, MEETING_ATTENDANCE, UTILISATION, BOOKINGS_USED, HOURS_LENT, NEEDS_TAKEN, NEEDS_MET, COVERAGE
  ]) {
    periods { key }
    figures {
      name title definition measure withheld
      values { value }
      total { value }
      byUnit { unit { name } values { value } total { value } }
    }
  }
}`;

export const NEXT_MEETING = `query NextMeeting($network: ID!, $from: DateTime!, $to: DateTime!) {
  schedule(from: $from, to: $to, kinds: [MEETING], states: [CONFIRMED], networkId: $network) {
    entries(first: 1) { edges { node { title startsAt place thing { id } } } }
  }
}`;

export const MEETING_CHANGED = `subscription MeetingChanged($id: ID!, $after: String) {
  meetingChanged(id: $id, after: $after) { cursor }
}`;

export const MENU = `query Menu($network: ID!) {
  menus(filter: { networkId: $network, states: [PUBLISHED, CLOSED] }, orderBy: MONTH_DESC, first: 1) {
    edges { node {
      month
      dishes(first: 30) { edges { node { title startsAt quota places { confirmedHeads freeHeads } } } }
    } }
  }
}`;

export const THREE_LISTS = `query ThreeLists($network: ID!) {
  threeLists(networkId: $network) {
    quarter
    offersByKind { kind count }
    needsByState { state count }
    projectsByState { state count }
  }
}`;

export const RANKING = `query Ranking($network: ID!) {
  evaluationRounds(filter: { networkId: $network, states: [PUBLIC_NOTICE, FINAL] }, orderBy: PERIOD_DESC, first: 1) {
    edges { node {
      name
      state
      currentResult {
        noticeUntil
        standings(first: 50) { edges { node { rank points award { name } nomination { title unit { name } } } } }
      }
    } }
  }
}`;
