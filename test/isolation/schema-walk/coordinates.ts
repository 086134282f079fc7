import {
  getNamedType,
  isInputObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';

/** What has ids that a client can send. */
export type IdType =
  | 'Action'
  | 'AgendaItem'
  | 'Area'
  | 'Booking'
  | 'BookingSeries'
  | 'Claim'
  | 'Dish'
  | 'DishDate'
  | 'DishFinding'
  | 'DishHost'
  | 'DishOutcome'
  | 'DishOrder'
  | 'DishOrderRequest'
  | 'DatePoll'
  | 'DatePollSpan'
  | 'EvaluationObjection'
  | 'EvaluationResult'
  | 'EvaluationJudge'
  | 'EvaluationRound'
  | 'EvaluationStanding'
  | 'Nomination'
  | 'File'
  | 'JudgeAssignment'
  | 'JudgeConflict'
  | 'JudgingRoll'
  | 'Meeting'
  | 'MeetingOffer'
  | 'MeetingSeries'
  | 'Membership'
  | 'Menu'
  | 'MenuNotice'
  | 'Minutes'
  | 'Motion'
  | 'Need'
  | 'NeedCategory'
  | 'Network'
  | 'Objection'
  | 'Offer'
  | 'OfferClosure'
  | 'Post'
  | 'Project'
  | 'ProjectHost'
  | 'ProjectNote'
  | 'ProjectStep'
  | 'Recognition'
  | 'AccessToken'
  | 'Session'
  | 'SignUp'
  | 'Unit'
  | 'Webhook'
  | 'WebhookDelivery';

/** One root field and the paths, in its variables, at which a client can put an id. */
export interface RootCoordinate {
  readonly name: string;
  readonly idPaths: readonly string[];
}

/** Every root field, so that a new one, or a new id argument of an old one, cannot be overlooked. */
export function listCoordinates(schema: GraphQLSchema): RootCoordinate[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
    .filter((type) => type !== null && type !== undefined)
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({
        name: `${type.name}.${field.name}`,
        idPaths: idPathsOf(field),
      })),
    );
}

function idPathsOf(field: GraphQLField<unknown, unknown>): string[] {
  return field.args.flatMap((argument) => pathsIn(argument, []));
}

function pathsIn(input: GraphQLArgument | GraphQLInputField, above: readonly string[]): string[] {
  const type = getNamedType(input.type);
  const path = [...above, input.name];
  if (isScalarType(type)) return type.name === 'ID' ? [path.join('.')] : [];
  if (!isInputObjectType(type) || above.length > 5) return [];
  return Object.values(type.getFields()).flatMap((field) => pathsIn(field, path));
}
