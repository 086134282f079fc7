// Everything that the page asks: to show other things, change it here and in panels.js.

export const NETWORKS = `query Networks($after: String) {
  me { name post { unit { name } } }
  networks(first: 50, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id name area { name } timeZone } }
  }
}`;

export const MEETINGS = `query Meetings($network: ID!, $from: DateTime!, $to: DateTime!, $after: String) {
  meetings(filter: { networkId: $network, from: $from, to: $to }, orderBy: STARTS_AT_ASC, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { title kind state startsAt } }
  }
}`;

export const LENDING = `query Lending($network: ID!, $from: Date!, $to: Date!, $after: String) {
  lendingByMonth(filter: { networkId: $network, from: $from, to: $to }, first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { month uses openMinutes utilisation } }
  }
}`;

export const MENU = `query Menu($network: ID!) {
  menus(filter: { networkId: $network, states: [PUBLISHED, CLOSED] }, orderBy: MONTH_DESC, first: 1) {
    edges { node {
      month
      dishes(first: 30) { edges { node { title startsAt quota places { confirmedHeads waitingHeads } } } }
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
