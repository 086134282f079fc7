import type { TestRegion } from './test-region.js';

const CREATE = `mutation ($input: CreateAccessTokenInput!) { made: createAccessToken(input: $input) {
  ... on NewAccessToken { token accessToken { id } } } }`;

/** A token as its owner got it. */
export interface OwnToken {
  readonly id: string;
  readonly token: string;
}

/** Makes an access token of the account's post. */
export async function accessToken(
  region: TestRegion,
  account: string,
  wish: { name?: string; access?: 'READ' | 'READ_WRITE'; expiresOn?: string } = {},
): Promise<OwnToken> {
  const input = { name: '大屏', access: 'READ', expiresOn: '2027-06-30', ...wish };
  type Made = { made: { token: string; accessToken: { id: string } } };
  const { made } = await region.as(account).ask<Made>(CREATE, { input });
  return { id: made.accessToken.id, token: made.token };
}
