/** Who sits in a panel; in this order panels are shown. */
export enum EvaluationPanelKind {
  /** Officers of the committee that calls the round. */
  COMMITTEE = 'COMMITTEE',
  /** Officers of partner units. */
  PARTNER_UNITS = 'PARTNER_UNITS',
  /** Representatives of residents. */
  RESIDENTS = 'RESIDENTS',
}
