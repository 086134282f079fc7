/** Says in one sentence, for the sender, why these bytes are not taken. */
export class ContentRefused extends Error {}
