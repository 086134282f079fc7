import {
  JUDGE_ASSIGNMENT_GROUNDS,
  JUDGE_ASSIGNMENT_STATES,
  JUDGING_WORDS,
} from './assignment/judging.words.js';
import { NOMINATION_CHAT, NOMINATION_STATES, NOMINATION_WORDS } from './nomination/nomination.words.js';
import {
  EVALUATION_OBJECTION_CHAT,
  EVALUATION_OBJECTION_STATES,
  EVALUATION_OBJECTION_WORDS,
} from './objection/evaluation-objection.words.js';
import { ACCOUNT_WORDS } from './paper/account-paper.words.js';
import { CERTIFICATE_WORDS } from './paper/certificate-paper.words.js';
import { RANKING_WORDS } from './paper/ranking-paper.words.js';
import { RECOGNITION_CHAT, RECOGNITION_KINDS, RECOGNITION_WORDS } from './recognition/recognition.words.js';
import {
  EVALUATION_RESULT_ACTS,
  EVALUATION_RESULT_CHAT,
  EVALUATION_RESULT_STATES,
  EVALUATION_RESULT_WORDS,
} from './result/evaluation-result.words.js';
import { EVALUATIONS_INBOX_WORDS } from './evaluations-inbox.words.js';
import { EVALUATION_MESSAGE_WORDS } from './round/evaluation-message.words.js';
import {
  EVALUATION_ROUND_CHAT,
  EVALUATION_ROUND_NEXT,
  EVALUATION_ROUND_STATES,
  EVALUATION_ROUND_WORDS,
  EVALUATION_SUBJECT_KINDS,
} from './round/evaluation-round.words.js';
import { EVALUATION_PANEL_KINDS, EVALUATION_RULES_WORDS } from './rules/evaluation-rules.words.js';
import { SCORE_SHEET_WORDS } from './sheet/score-sheet.words.js';

/** This library's part of the catalogue. */
export const EVALUATIONS_WORDS = {
  accountChat: ACCOUNT_WORDS,
  certificateChat: CERTIFICATE_WORDS,
  evaluationsInbox: EVALUATIONS_INBOX_WORDS,
  evaluationMessages: EVALUATION_MESSAGE_WORDS,
  evaluationObjection: EVALUATION_OBJECTION_WORDS,
  evaluationObjectionChat: EVALUATION_OBJECTION_CHAT,
  evaluationObjectionStates: EVALUATION_OBJECTION_STATES,
  evaluationPanelKinds: EVALUATION_PANEL_KINDS,
  evaluationResult: EVALUATION_RESULT_WORDS,
  evaluationResultActs: EVALUATION_RESULT_ACTS,
  evaluationResultChat: EVALUATION_RESULT_CHAT,
  evaluationResultStates: EVALUATION_RESULT_STATES,
  evaluationRound: EVALUATION_ROUND_WORDS,
  evaluationRoundChat: EVALUATION_ROUND_CHAT,
  evaluationRoundNext: EVALUATION_ROUND_NEXT,
  evaluationRoundStates: EVALUATION_ROUND_STATES,
  evaluationRules: EVALUATION_RULES_WORDS,
  evaluationSubjectKinds: EVALUATION_SUBJECT_KINDS,
  judgeAssignmentGrounds: JUDGE_ASSIGNMENT_GROUNDS,
  judgeAssignmentStates: JUDGE_ASSIGNMENT_STATES,
  judging: JUDGING_WORDS,
  nomination: NOMINATION_WORDS,
  nominationChat: NOMINATION_CHAT,
  nominationStates: NOMINATION_STATES,
  rankingChat: RANKING_WORDS,
  recognition: RECOGNITION_WORDS,
  recognitionChat: RECOGNITION_CHAT,
  recognitionKinds: RECOGNITION_KINDS,
  scoreSheet: SCORE_SHEET_WORDS,
};
