export { checkInCode, isCurrentCode, validUntil } from './check-in-code.js';
export { CheckInCodeObject } from './check-in-code.object.js';
