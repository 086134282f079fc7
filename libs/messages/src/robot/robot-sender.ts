import { Config } from '#config';
import { Clock } from '#tenancy';
import { Injectable } from '@nestjs/common';
import { NotTaken } from '../message/not-taken.js';
import { isRobotAddress } from './robot-address.js';
import { isTaken, robotRequest, type Robot } from './robot-request.js';

const PATIENCE_MS = 5_000;
const MOST_BYTES = 64 * 1024;

/** Writes into group chats, at addresses of robots and nowhere else. */
@Injectable()
export class RobotSender {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws NotTaken when nobody answers, or the answer is no */
  async send(robot: Robot, text: string): Promise<void> {
    // Looked at again: the operator may have taken an origin away since it was set.
    if (!isRobotAddress(robot.kind, robot.address, this.config.robotOrigins)) throw new NotTaken('REFUSED');
    const { url, body } = robotRequest(robot, text, this.clock.now());
    const answer = await this.post(url, body);
    if (!isTaken(robot.kind, answer)) throw new NotTaken('UNREACHABLE');
  }

  private async post(url: string, body: object): Promise<unknown> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return JSON.parse(await readAtMost(response, MOST_BYTES)) as unknown;
    } catch {
      // What went wrong would name the address.
      throw new NotTaken('UNREACHABLE');
    }
  }
}

async function readAtMost(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > most) throw new Error('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
