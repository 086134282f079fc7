import { jsonPgSmartTags } from 'postgraphile/utils';

/** Keys and an order that the schema keeps in another form, so that PostGraphile may join and sort as the others do. */
export const directJoins = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      booking: {
        tags: { foreignKey: '(region_id, requester_unit_id) references unit (region_id, id)' },
      },
      offer_publication: {
        tags: { foreignKey: '(region_id, network_id) references network (region_id, id)' },
      },
    },
    attribute: { 'offer_publication.published_at': { tags: { behavior: 'orderBy' } } },
  },
});
