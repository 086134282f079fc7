/** Emoji are joined by a character that is hidden by itself; flags of lands within a state are spelled by such. */
const IN_EMOJI =
  /(?<=\p{Extended_Pictographic}[\p{Emoji_Modifier}\ufe0f]?)\u200d(?=\p{Extended_Pictographic})|(?<=\u{1f3f4})[\u{e0020}-\u{e007f}]+/gu;

/** Controls, format characters such as turn the direction of reading, and letters that are blank. */
const HIDDEN = /[^\P{Cc}\t\n\r]|[\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0\u2800]/u;

/** Whether a text reads otherwise than it is written. Line breaks and tabs are seen. */
export function holdsHidden(text: string): boolean {
  return HIDDEN.test(text) && HIDDEN.test(text.replaceAll(IN_EMOJI, ''));
}

/** Whether a text breaks its line, or moves within it. */
export function holdsBreaks(text: string): boolean {
  return /[\t\n\r]/.test(text);
}
