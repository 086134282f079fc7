import { PNG } from './sample-files.js';
import type { TestClient } from './test-client.js';

/** Attaches a small picture; the id of the file. */
export async function attachPicture(client: TestClient, to: string, name = '照片.png'): Promise<string> {
  const answer = await client.attach(to, name, PNG);
  if (answer.statusCode !== 201) throw new Error(`The picture was refused: ${answer.body}`);
  return answer.json<{ file: { id: string } }>().file.id;
}
