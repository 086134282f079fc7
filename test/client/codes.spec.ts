import { API_CODES } from '#client';
import { HTTP_STATUS } from '#graphql';

describe('the client', () => {
  it('knows every code of the API', () => {
    expect(API_CODES).toEqual(Object.keys(HTTP_STATUS).toSorted());
  });
});
