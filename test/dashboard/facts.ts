import { graphql } from '#client';

/** What the API says of that which the board shows: figures by their rows, lists by their entries. */
export const FACTS = graphql(`
  query Facts($network: ID!) {
    meetings(filter: { networkId: $network, kinds: [REGULAR, EXTRAORDINARY], states: [CLOSED] }) {
      totalCount
    }
    lendingByMonth(filter: { networkId: $network, from: "2026-06-01", to: "2026-12-01" }, first: 100) {
      edges {
        node {
          month
          uses
          usedMinutes
          openMinutes
        }
      }
    }
    menus(filter: { networkId: $network }) {
      edges {
        node {
          dishes(first: 10) {
            edges {
              node {
                title
                places {
                  confirmedHeads
                  freeHeads
                }
              }
            }
          }
        }
      }
    }
    threeLists(networkId: $network) {
      offersByKind {
        count
      }
      needsByState {
        count
      }
      projectsByState {
        count
      }
    }
    evaluationRounds(filter: { networkId: $network }) {
      edges {
        node {
          name
          currentResult {
            standings(first: 10) {
              edges {
                node {
                  points
                  nomination {
                    title
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`);
